import { Progress } from '../../lib/cli/progress';

/** A terminal that keeps what is written to it, and a clock that stands. */
function terminal(isTTY?: boolean): { readonly written: string[]; readonly progress: Progress; time: number } {
  const written: string[] = [];
  const state = { written, time: 1000, progress: undefined as unknown as Progress };
  state.progress = new Progress({ isTTY, write: text => written.push(text) }, () => state.time);
  return state;
}

test('the first word comes after half a second, the next a tenth later, and the line is gone at the end', () => {
  const state = terminal(true);
  for (const [time, done] of [[1000, 1], [1499, 2], [1500, 3], [1599, 4], [1600, 5]]) {
    state.time = time;
    state.progress.at('judging', done, 9);
  }
  state.progress.end();
  expect(state.written).toEqual(['\r\u001b[Kjudging 3 of 9', '\r\u001b[Kjudging 5 of 9', '\r\u001b[K']);
});

test('what is short says nothing at all', () => {
  const { progress, written } = terminal(true);
  progress.at('reading');
  progress.end();
  expect(written).toEqual([]);
});

test.each([false, undefined])('where isTTY is %s, nothing is said however long it takes', isTTY => {
  const state = terminal(isTTY);
  state.time = 9000;
  state.progress.at('reading');
  state.progress.end();
  expect(state.written).toEqual([]);
});

test('where the number is not known, there is none', () => {
  const state = terminal(true);
  state.time = 9000;
  state.progress.at('reading 12 files');
  expect(state.written).toEqual(['\r\u001b[Kreading 12 files']);
});
