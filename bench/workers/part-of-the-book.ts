import { linesOf, nightlyRun } from "../contenders/nightly-run.js";

const ID = /customer-\d+/;

/** Lines made once, each in two halves around its account's number. */
const halves = linesOf(1000).map((line) => line.split(ID) as [string, string]);

/** Writes the lines of some accounts of the book, each with its own id, and puts them to a nightly run; gives the plans. */
export default function partOfTheBook({ from, count }: { readonly from: number; readonly count: number }): number {
  return nightlyRun(
    Array.from({ length: count }, (_, index) => {
      const [before, after] = halves[(from + index) % halves.length] as [string, string];
      return `${before}customer-${from + index}${after}`;
    }),
  );
}
