import { mayChange, patchedPlace, UNKNOWN_PATCH } from '../../../lib/inspect/model/kustomize-patches';
import type { Patch } from '../../../lib/inspect/model/kustomize-step';

const patch: Patch = { matches: () => true, places: [['spec', '*', 'port', '0']] };

test('what is at or below a place that is set, is at that place', () => {
  expect([['spec', 3, 'port', 0, 'name'], ['spec', 3, 'port', 0], ['spec', 3], ['metadata']].map(place => patchedPlace(patch, place)))
    .toEqual([['spec', 3, 'port', 0], ['spec', 3, 'port', 0], undefined, undefined]);
});

test('what is set may change what is there, below, above and beside it', () => {
  expect([['spec', 3, 'port', 0, 'name'], ['spec', 3], [], ['spec', 3, 'port', 1], ['spec', 3, 'port', 1, 'name'], ['metadata']].map(place => mayChange(patch, place)))
    .toEqual([true, true, true, true, false, false]);
});

test('what nobody knows may change everything', () => {
  expect([[], ['spec'], ['spec', 'hosts', 0]].map(place => mayChange(UNKNOWN_PATCH, place))).toEqual([true, true, true]);
});
