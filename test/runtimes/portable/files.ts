/** From a file of questions to a file of answers: for Node, Bun and Deno, as an ES module and as CommonJS. */
import { readFileSync, writeFileSync } from "node:fs";
import { argv } from "node:process";
import { answersTo } from "./answers.js";

const [questions, answers] = argv.slice(2) as [string, string];
writeFileSync(answers, answersTo(readFileSync(questions, "utf8")));
