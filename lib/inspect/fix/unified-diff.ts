/** What changes between two texts, as `diff -u` says it and `patch` and `git apply` take it; empty when nothing does. */
export function unifiedDiff(name: string, before: string, after: string): string {
  const steps = stepsBetween(linesOf(before), linesOf(after));
  const hunks = hunksOf(steps);
  return hunks.length === 0 ? '' : `--- ${name}\n+++ ${name}\n${hunks.map(hunkText).join('')}`;
}

/** A line that stays, goes or comes, and how many lines of either text lie before it. */
interface Step {
  readonly sign: ' ' | '-' | '+';
  readonly line: string;
  readonly before: number;
  readonly after: number;
}

const CONTEXT = 3;

function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function stepsBetween(before: readonly string[], after: readonly string[]): Step[] {
  const steps: Step[] = [];
  let [x, y] = [0, 0];
  const step = (sign: Step['sign'], line: string): void => {
    steps.push({ sign, line, before: x, after: y });
    x += sign === '+' ? 0 : 1;
    y += sign === '-' ? 0 : 1;
  };
  for (const [endX, endY] of cornersBetween(before, after)) {
    while (x < endX && y < endY && before[x] === after[y]) {
      step(' ', before[x]);
    }
    while (x < endX) {
      step('-', before[x]);
    }
    while (y < endY) {
      step('+', after[y]);
    }
  }
  return steps;
}

type Place = readonly [x: number, y: number];

/** The places where a short way from one text to the other leaves what both have in common. It is looked for stretch by stretch. */
function cornersBetween(before: readonly string[], after: readonly string[]): Place[] {
  const corners: Place[] = [];
  for (let at: Place = [0, 0]; at[0] < before.length || at[1] < after.length; at = corners[corners.length - 1]) {
    const [fromX, fromY] = at;
    stretchFrom(before, after, at).forEach(([x, y]) => corners.push([fromX + x, fromY + y]));
  }
  return corners;
}

/** More edits would take a time that is their square. */
const EDITS_OF_STRETCH = 200;

/** The shortest way to the end, or the one that comes farthest with so many edits: Myers' algorithm. All is counted from where it begins. */
function stretchFrom(before: readonly string[], after: readonly string[], [fromX, fromY]: Place): Place[] {
  const [width, height] = [before.length - fromX, after.length - fromY];
  const trace: Array<ReadonlyMap<number, number>> = [];
  const reach = new Map<number, number>([[1, 0]]);
  let best: Reached = { x: 0, y: 0, edits: 0 };
  for (let edits = 0; edits <= EDITS_OF_STRETCH && best.x + best.y < width + height; edits += 1) {
    trace.push(new Map(reach));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const start = isDown(reach, diagonal, edits) ? reach.get(diagonal + 1)! : reach.get(diagonal - 1)! + 1;
      const x = start + commonLines(before, after, [fromX + start, fromY + start - diagonal]);
      reach.set(diagonal, x);
      best = farther(best, { x, y: x - diagonal, edits }, width, height);
    }
  }
  return [...waysBack(trace.slice(0, best.edits + 1), best.x, best.y), [best.x, best.y]];
}

interface Reached {
  readonly x: number;
  readonly y: number;
  readonly edits: number;
}

function farther(best: Reached, other: Reached, width: number, height: number): Reached {
  return other.x <= width && other.y <= height && other.x + other.y > best.x + best.y ? other : best;
}

function commonLines(before: readonly string[], after: readonly string[], [fromX, fromY]: Place): number {
  let common = 0;
  while (fromX + common < before.length && fromY + common < after.length && before[fromX + common] === after[fromY + common]) {
    common += 1;
  }
  return common;
}

function waysBack(trace: ReadonlyArray<ReadonlyMap<number, number>>, x: number, y: number): Place[] {
  const corners: Place[] = [];
  let diagonal = x - y;
  for (let edits = trace.length - 1; edits > 0; edits -= 1) {
    const down = isDown(trace[edits], diagonal, edits);
    const from = down ? diagonal + 1 : diagonal - 1;
    const fromX = trace[edits].get(from)!;
    corners.push(down ? [fromX, fromX - from + 1] : [fromX + 1, fromX - from], [fromX, fromX - from]);
    diagonal = from;
  }
  return corners.reverse();
}

function isDown(reach: ReadonlyMap<number, number>, diagonal: number, edits: number): boolean {
  return diagonal === -edits || (diagonal !== edits && reach.get(diagonal - 1)! < reach.get(diagonal + 1)!);
}

/** Changes with the lines around them; those that are near each other stand together. */
function hunksOf(steps: readonly Step[]): Step[][] {
  const hunks: Array<{ from: number; to: number }> = [];
  for (const [index, { sign }] of steps.entries()) {
    const last = hunks.at(-1);
    if (sign !== ' ' && last !== undefined && index - CONTEXT <= last.to) {
      last.to = index + CONTEXT + 1;
    } else if (sign !== ' ') {
      hunks.push({ from: Math.max(0, index - CONTEXT), to: index + CONTEXT + 1 });
    }
  }
  return hunks.map(({ from, to }) => steps.slice(from, to));
}

function hunkText(steps: readonly Step[]): string {
  const [{ before, after }] = steps;
  const olds = steps.filter(({ sign }) => sign !== '+').length;
  const news = steps.filter(({ sign }) => sign !== '-').length;
  const lines = steps.map(({ sign, line }) => `${sign}${line}${line.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`);
  return `@@ -${rangeText(before, olds)} +${rangeText(after, news)} @@\n${lines.join('')}`;
}

function rangeText(before: number, count: number): string {
  return `${count === 0 ? before : before + 1},${count}`;
}
