import fc from 'fast-check';
import { DefaultAccess, MutualTls } from '../../lib';
import { accessScene, AccessScene, answerIn, Guarded, renderedScene, sceneProblems, targetOf } from '../support/access-scene';
import { meantAnswer, POD_PORTS, Said, SaidMesh, sayTo, someSaid, someSent } from '../support/said-access';

interface Run {
  readonly seed: number;
  /** whether `orders` has a port whose requests the mesh does not see */
  readonly hasTcp: boolean;
}

function sceneWith(said: readonly Said[], { isOpen, isPermissive }: SaidMesh, hasTcp: boolean): AccessScene {
  const scene = accessScene({
    hasTcp,
    mesh: { defaultAccess: isOpen ? DefaultAccess.OPEN : DefaultAccess.DENY, mutualTls: isPermissive ? MutualTls.PERMISSIVE : MutualTls.STRICT },
  });
  said.forEach(one => sayTo(scene, one));
  return scene;
}

/** The scene with all that is said, unless that is an error. */
function sayable(said: readonly Said[], mesh: SaidMesh, hasTcp: boolean): AccessScene | undefined {
  try {
    const scene = sceneWith(said, mesh, hasTcp);
    return sceneProblems(scene).length === 0 ? scene : undefined;
  } catch (error) {
    // A sentence for people, and no fault of ours.
    expect((error as Error).message).toMatch(/^[\w/]+, \w+: .*\.$/);
    return undefined;
  }
}

const someMesh = fc.record({ isOpen: fc.constantFrom(false, false, true), isPermissive: fc.constantFrom(false, false, true) });

/** How often each answer was right, of whatever is no error. */
function rightAnswers(of: readonly Guarded[], { seed, hasTcp }: Run): Record<string, number> {
  const right: Record<string, number> = {};
  const requests = fc.sample(someSent, { seed, numRuns: 400 }).filter(({ port }) => hasTcp || port !== 3306);
  fc.assert(fc.property(someSaid(...of), someMesh, (said, mesh) => {
    const scene = sayable(said, mesh, hasTcp);
    const objects = scene === undefined ? [] : renderedScene(scene);
    for (const sent of scene === undefined ? [] : requests) {
      const meant = meantAnswer(said, mesh, sent);
      const told = answerIn(objects, targetOf('service', POD_PORTS[sent.port]), sent);
      // A matcher for each would take most of the time.
      if (told !== meant) {
        expect({ sent, answer: told }).toEqual({ sent, answer: meant });
      }
      right[told] = (right[told] ?? 0) + 1;
    }
  }), { numRuns: 70, seed });
  return right;
}

test.each<[string, readonly Guarded[], Run]>([
  ['a service, some of whose ports speak TCP', ['service'], { seed: 51, hasTcp: true }],
  ['a service, its namespace and the mesh', ['service', 'namespace', 'mesh'], { seed: 52, hasTcp: false }],
  ['a service, its namespace and the mesh, where some ports speak TCP', ['service', 'namespace', 'mesh'], { seed: 53, hasTcp: true }],
])('what is said of %s, is what the mesh does', (_, of, run) => {
  const right = rightAnswers(of, run);
  ['allowed', 'no connection', '401', '403'].forEach(answer => expect(right[answer]).toBeGreaterThan(150));
}, 60_000);
