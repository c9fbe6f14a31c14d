import { proxySinks } from "@temporalio/workflow";
import { answersTo } from "./answers.js";

const { answers } = proxySinks<{ answers: { give: (text: string) => void } }>();

/** A workflow that answers questions by the way. A replay compares no values, so the answers leave by a sink. */
export function answering(questions: string): Promise<void> {
  answers.give(answersTo(questions));
  return Promise.resolve();
}
