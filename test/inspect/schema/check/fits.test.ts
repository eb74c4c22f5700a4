import { Context } from '../../../../lib/inspect/schema/check/context';
import { Findings } from '../../../../lib/inspect/schema/check/findings';
import { fits } from '../../../../lib/inspect/schema/check/fits';

const context: Context = {
  findings: new Findings(), object: {}, nodes: [], root: 0, metadata: { nodes: [], root: 0 }, kind: 'Thing', fits: () => true,
};

test('a value fits when nothing or no more than a missing field is found, and nothing stays behind', () => {
  expect(fits(context, () => {})).toBe(true);
  expect(fits(context, ({ findings }) => findings.add({ kind: 'required', message: 'a is missing' }))).toBe(true);
  expect(fits(context, ({ findings }) => findings.add({ kind: 'type', message: 'a must be a list' }))).toBe(false);
  expect(context.findings.size).toBe(0);
});

test('within a trial there is no other, and no root', () => {
  fits(context, trial => {
    expect(trial.fits(1, 0, [])).toBe(false);
    expect(trial.findings.path).toHaveLength(1);
  });
  expect.assertions(2);
});
