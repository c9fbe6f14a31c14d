import type { Theme } from "./options.js";
import type { Attributes } from "./xml.js";

/** What something is painted as. */
export type Role = "page" | "ink" | "quiet" | "grid" | "figure" | "threshold" | "limit" | "paid" | "unsettled" | "failed" | "blocked";
export type Palette = Readonly<Record<Role, string>>;

/** Lines and marks are of Okabe and Ito's colours, which tell apart without red and green too; shape and dash say the same without colour. */
export const LIGHT: Palette = {
  page: "#ffffff",
  ink: "#1a1a1a",
  quiet: "#595959",
  grid: "#e3e3e3",
  figure: "#0072b2",
  threshold: "#cc79a7",
  limit: "#000000",
  paid: "#009e73",
  unsettled: "#009e73",
  failed: "#d55e00",
  blocked: "#000000",
};

export const DARK: Palette = {
  page: "#14171c",
  ink: "#f2f2f2",
  quiet: "#b4b8bf",
  grid: "#333840",
  figure: "#56b4e9",
  threshold: "#cc79a7",
  limit: "#ffffff",
  paid: "#009e73",
  unsettled: "#009e73",
  failed: "#d55e00",
  blocked: "#f0e442",
};

/** Attributes that paint by role. The classes are for the style sheet of `auto`, which attributes give way to. */
export type Paint = (painted: { readonly fill?: Role | "none"; readonly stroke?: Role }) => Attributes;

export function paintOf(theme: Theme): Paint {
  const palette = theme === "dark" ? DARK : LIGHT;
  const colour = (role: Role | "none" | undefined): string | null =>
    role === undefined || role === "none" ? (role ?? null) : palette[role];
  return ({ fill, stroke }) => {
    const classes = [...(fill === undefined || fill === "none" ? [] : [`f-${fill}`]), ...(stroke === undefined ? [] : [`s-${stroke}`])];
    return {
      class: theme === "auto" ? classes.join(" ") : null,
      fill: colour(fill),
      stroke: colour(stroke),
    };
  };
}

/** What turns a light picture dark where that is preferred; every rule is bound to the picture's own id. */
export function darkStyle(id: string): string {
  const rules = Object.entries(DARK).map(([role, colour]) => `#${id} .f-${role}{fill:${colour}}#${id} .s-${role}{stroke:${colour}}`);
  return `@media (prefers-color-scheme:dark){${rules.join("")}}`;
}
