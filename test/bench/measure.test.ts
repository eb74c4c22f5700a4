import { inTurn, ownSample, Sample, wholeProcess } from '../../bench/measure';

test('cases are run in turn, and each gives its median time and highest memory', () => {
  const order: string[] = [];
  const measured = (name: string, times: number[]) => (): Sample => {
    order.push(name);
    const milliseconds = times.shift()!;
    return { milliseconds, mebibytes: milliseconds * 2 };
  };
  expect(inTurn({ a: measured('a', [5, 1, 3]), b: measured('b', [2, 2, 9]) }, 3)).toEqual({
    a: { milliseconds: 3, mebibytes: 10 },
    b: { milliseconds: 2, mebibytes: 18 },
  });
  expect(order).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
});

test('a process is timed from start to end, or tells its own figures in the last line', () => {
  expect(wholeProcess([process.execPath, '-e', 'setTimeout(() => {}, 100)']).milliseconds).toBeGreaterThan(100);
  expect(ownSample([process.execPath, '-e', 'console.log("hello\\n{\\"milliseconds\\":3,\\"mebibytes\\":4}")'])).toEqual({ milliseconds: 3, mebibytes: 4 });
});

test('a program that tells nothing of itself gives its sample at its exit, behind its own output', () => {
  const watched = [process.execPath, '--require', './bench/sample-at-exit.cjs', '-e', 'console.log("hello"); setTimeout(() => process.exit(), 100)'];
  const { milliseconds, mebibytes } = ownSample(watched);
  expect(milliseconds).toBeGreaterThan(100);
  expect(mebibytes).toBeGreaterThan(10);
});

test('reading a file with js-yaml is timed', () => {
  const { milliseconds, mebibytes } = ownSample([process.execPath, 'bench/read-worker.cjs', 'cdk8s.yaml']);
  expect(milliseconds).toBeGreaterThan(0);
  expect(mebibytes).toBeGreaterThan(10);
});

test('fails when the process does', () => {
  const crash = (): Sample => wholeProcess([process.execPath, '-e', 'process.exit(3)']);
  expect(crash).toThrow(`${process.execPath} -e process.exit(3): ended with exit code 3.`);
});
