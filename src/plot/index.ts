export type { PlotOptions } from "./options.js";
export { toSvg } from "./to-svg.js";
