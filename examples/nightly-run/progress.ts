import type { Writable } from "node:stream";
import { MultiBar } from "cli-progress";

/** Where the run shows itself: a terminal or not. */
export type Screen = Writable & { readonly isTTY?: boolean };

/** What the run shows while it goes. */
export interface Progress {
  advance(bytes: number): void;
  /** Writes a line without tearing the bar apart. */
  say(line: string): void;
  stop(): void;
}

/** A bar by bytes read when a terminal looks on, else only the lines that are said. */
export function progressOn(stream: Screen, totalBytes: number): Progress {
  if (stream.isTTY !== true) return { advance: () => {}, say: (line) => void stream.write(`${line}\n`), stop: () => {} };
  const bars = new MultiBar({
    stream,
    format: "{bar} {percentage} % | {eta_formatted} left",
    clearOnComplete: true,
    // An interrupt ends the run as ever: the bar changes nothing of the terminal that it would have to put back.
    gracefulExit: false,
    hideCursor: false,
    linewrap: true,
  });
  const bar = bars.create(totalBytes, 0);
  return {
    advance: (bytes) => bar.increment(bytes),
    say: (line) => bars.log(`${line}\n`),
    stop: () => {
      bars.update(); // what was said since the last frame would be lost
      bars.stop();
    },
  };
}
