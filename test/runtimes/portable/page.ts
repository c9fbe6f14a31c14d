import { answersTo } from "./answers.js";

/** A page's script: whoever drives the page calls it. */
Object.assign(globalThis, { answersTo });
