import { SaxesParser } from "saxes";

/** An element of a picture. */
export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  /** The text directly in it. */
  readonly text: string;
}

/** Reads XML as strictly as XML 1.0 asks for; throws where it is not well formed. */
export function parse(xml: string): Node {
  const parser = new SaxesParser({ xmlns: true });
  const document: Open = { name: "", attributes: {}, children: [], text: "" };
  const open = [document];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const written = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const node = { name, attributes: Object.fromEntries(written) as Record<string, string>, children: [], text: "" };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.on("text", (text) => {
    (open.at(-1) as Open).text += text;
  });
  parser.write(xml).close();
  return document.children[0] as Node;
}

interface Open extends Node {
  readonly children: Node[];
  text: string;
}

/** It and all below it. */
export function nodes(node: Node): Node[] {
  return [node, ...node.children.flatMap(nodes)];
}

export function named(node: Node, name: string): Node[] {
  return nodes(node).filter((each) => each.name === name);
}

/** The texts that are seen: no titles of marks. */
export function seen(svg: string): string[] {
  return named(parse(svg), "text").map(({ text }) => text);
}

/** What the marks tell when pointed at. */
export function tooltips(svg: string): string[] {
  return named(parse(svg), "path").flatMap((path) => named(path, "title").map(({ text }) => text));
}

export function description(svg: string): string {
  return named(parse(svg), "desc")[0]?.text ?? "";
}

/** The path of the line that is drawn in this colour; none where there is none. */
export function lineIn(svg: string, colour: string): Node | undefined {
  return named(parse(svg), "path").find(
    ({ attributes }) => attributes.fill === "none" && attributes.stroke === colour && !attributes.transform,
  );
}
