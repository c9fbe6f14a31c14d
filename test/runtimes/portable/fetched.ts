import { answersTo } from "./answers.js";

/** A Worker of workerd: questions in the request's body, answers in that of the response. */
export default {
  async fetch(request: Request): Promise<Response> {
    return new Response(answersTo(await request.text()));
  },
};
