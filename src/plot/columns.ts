/** A figure that holds from an instant on; null = unknown. */
export interface Point {
  readonly ms: number;
  readonly value: number | null;
}

/** A figure over time, kept as fine as a picture of so many columns shows it. */
export interface Series {
  /** What it is from an instant on; instants come in order. */
  add(ms: number, value: number | null): void;
  points(): readonly Point[];
}

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Which of so many columns an instant falls in. */
export function columnOf({ fromMs, toMs }: Span, columns: number, ms: number): number {
  return Math.min(columns - 1, Math.floor(((ms - fromMs) / (toMs - fromMs)) * columns));
}

interface Column {
  readonly index: number;
  readonly first: Numbered;
  last: Numbered;
  lowest: Numbered;
  highest: Numbered;
}
interface Numbered extends Point {
  /** Several points may share an instant. */
  readonly order: number;
}

/** Of each column it keeps the first, the lowest, the highest and the last point: no dip is lost, however narrow, and memory stays flat. */
export function seriesOf(span: Span, columns: number): Series {
  const kept: Point[] = [];
  let column: Column | null = null;
  let order = 0;
  const flush = (): void => {
    if (column === null) return;
    for (const point of pointsOf(column)) {
      if (kept.at(-1)?.value !== point.value) kept.push({ ms: point.ms, value: point.value });
    }
    column = null;
  };
  return {
    add(ms, value) {
      const point = { ms, value, order: order++ };
      const index = columnOf(span, columns, ms);
      if (column?.index === index) {
        take(column, point);
      } else {
        flush();
        column = { index, first: point, last: point, lowest: point, highest: point };
      }
    },
    points() {
      flush();
      return kept;
    },
  };
}

function take(column: Column, point: Numbered): void {
  column.last = point;
  if (point.value === null) return;
  if (column.lowest.value === null || point.value < column.lowest.value) column.lowest = point;
  if (column.highest.value === null || point.value > column.highest.value) column.highest = point;
}

function pointsOf({ first, lowest, highest, last }: Column): Numbered[] {
  return [...new Set([first, lowest, highest, last])].sort((a, b) => a.order - b.order);
}
