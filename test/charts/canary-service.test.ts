import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { CanaryService, CanaryServiceProps, Istio, Match, MeshApp, MeshPlatform, Percent, ReleasePlan, ReleaseStages, Runbook, Weight } from '../../lib';
import { temporaryFolder } from '../support/folder';
import { findingsOf } from '../support/published-findings';
import { refusals } from '../support/valid';

const STABLE = { image: 'registry.example.com/reviews:1.4.2', replicas: 3 };
const CANARY = { image: 'registry.example.com/reviews:1.5.0' };
const folder = temporaryFolder();
let stateFile: string;
beforeEach(() => {
  stateFile = path.join(folder.path, 'reviews.yaml');
});

function reviewsIn(app: MeshApp, props: Partial<CanaryServiceProps> = {}): CanaryService {
  return new CanaryService(app, 'reviews', { stable: STABLE, canary: CANARY, plan: ReleasePlan.manual(Weight.percent(10)), ...props });
}

function reviews(props: Partial<CanaryServiceProps> = {}): CanaryService {
  return reviewsIn(new MeshApp({ mesh: Istio.mesh() }), props);
}

function objects(chart: CanaryService, kind: string): any[] {
  return (chart.toJson()).filter(object => object.kind === kind);
}

/** The routes of the service: name, match, and how much goes to each version. */
function routes(chart: CanaryService): unknown[] {
  return objects(chart, 'VirtualService')[0].spec.http.map(({ name, match, route }: any) => (
    [name, match?.map(({ headers }: any) => headers), route.map(({ destination: { subset }, weight }: any) => [subset, weight])]
  ));
}

function at(state: string): void {
  writeFileSync(stateFile, `${state}\n`);
}

const FORCED = ['forced-canary', [{ 'x-canary': { exact: 'true' } }], [['v2', undefined]]];

test('[F090] the new version gets its share, and the proven one the rest', () => {
  const chart = reviews();
  expect(routes(chart)).toEqual([FORCED, ['default', undefined, [['v1', 90], ['v2', 10]]]]);
  expect(objects(chart, 'Deployment').map(({ metadata: { name }, spec: { replicas } }) => [name, replicas])).toEqual([['reviews-v1', 3], ['reviews-v2', 3]]);
  expect(objects(chart, 'DestinationRule')[0].spec.subsets.map(({ name }: any) => name)).toEqual(['v1', 'v2']);
});

test('[F092] who asks for it gets the new version, before any share', () => {
  expect(routes(reviews({ force: Match.header('x-user-type', 'premium'), plan: ReleasePlan.manual(Weight.percent(0)) }))).toEqual([
    ['forced-canary', [{ 'x-user-type': { exact: 'premium' } }], [['v2', undefined]]], ['default', undefined, [['v1', 100], ['v2', 0]]],
  ]);
});

test('[F093] all requests are copied to a version that gets none', () => {
  const [{ http }] = objects(reviews({ mirror: Percent.of(100), plan: ReleasePlan.manual(Weight.percent(0)) }), 'VirtualService').map(({ spec }) => spec);
  expect(http.at(-1).mirrors).toEqual([{ destination: { host: 'reviews.reviews.svc.cluster.local', subset: 'v2', port: { number: 8080 } }, percentage: { value: 100 } }]);
});

test('[F094] of an experiment each group gets its version', () => {
  const experiment = { control: Match.header('x-user-group', 'control'), experimental: Match.header('x-user-group', 'experimental') };
  expect(routes(reviews({ experiment, plan: ReleasePlan.manual(Weight.percent(0)) }))).toEqual([
    FORCED,
    ['control', [{ 'x-user-group': { exact: 'control' } }], [['v1', undefined]]],
    ['experiment', [{ 'x-user-group': { exact: 'experimental' } }], [['v2', undefined]]],
    ['default', undefined, [['v1', 100], ['v2', 0]]],
  ]);
});

test('[F095] blue and green change places by one word', () => {
  const share = (live: string): unknown => {
    at(`live: ${live}`);
    return (routes(reviews({ plan: ReleasePlan.blueGreen(stateFile) })).at(-1) as unknown[])[2];
  };
  expect([share('stable'), share('canary')]).toEqual([[['v1', 100], ['v2', 0]], [['v1', 0], ['v2', 100]]]);
});

test('[F091] from stage to stage nothing changes but the two weights, and stage 0 takes all back', () => {
  const plan = ReleasePlan.staged({ stages: ReleaseStages.of(5, 25, 50, 100), stateFile });
  const rendered = [0, 1, 2, 3, 4].map(stage => {
    at(`stage: ${stage}`);
    return reviews({ plan }).toJson().map(object => JSON.stringify(object, undefined, 1)).join('\n').split('\n');
  });
  const differences = rendered.slice(1).map((lines, stage) => lines.flatMap((line, number) => (line === rendered[stage][number] ? [] : [line.trim().replace(',', '')])));
  expect(rendered.map(({ length }) => length)).toEqual(rendered.map(() => rendered[0].length));
  expect(differences).toEqual([[95, 5], [75, 25], [50, 50], [0, 100]].map(weights => weights.map(weight => `"weight": ${weight}`)));
});

test('copies end when the new version gets requests', () => {
  const mirrors = [0, 1].map(stage => {
    at(`stage: ${stage}`);
    return objects(reviews({ mirror: Percent.of(50), plan: ReleasePlan.staged({ stages: ReleaseStages.THREE, stateFile }) }), 'VirtualService')[0].spec.http.at(-1).mirrors?.length;
  });
  expect(mirrors).toEqual([1, undefined]);
});

test('copies of requests beside a share that the program says are refused', () => {
  expect(() => reviews({ mirror: Percent.of(50) })).toThrow(new Error(
    'reviews/reviews: the plan gives "v2" 10 percent, and what gets requests gets no copies of others. Leave mirror out, or say Weight.percent(0).',
  ));
});

test('the runbook says how a release goes on', () => {
  at('stage: 1');
  const { markdown } = Runbook.of(reviews({ plan: ReleasePlan.staged({ stages: ReleaseStages.CAREFUL, stateFile }) }));
  expect(markdown).toContain(`\`${stateFile}\` says at which stage it is:`);
  expect(markdown).toContain('| `stage: 0` | 0 % |\n| `stage: 1` | 5 % |\n');
  expect(markdown).toContain('Each stage lasts 5 minutes at least, and all of them 1 hour 40 minutes.');
});

test('it lies in a namespace of somebody else, under names of its own', () => {
  const chart = reviews({ namespace: 'shop', serviceName: 'ratings', stableVersion: 'blue', canaryVersion: 'green' });
  expect([objects(chart, 'Namespace'), objects(chart, 'Service')[0].metadata]).toEqual([[], { name: 'ratings', namespace: 'shop', labels: { app: 'ratings' } }]);
  expect([chart.stable.name, chart.canary.name, chart.service.host]).toEqual(['blue', 'green', 'ratings.shop.svc.cluster.local']);
});

test('an API server takes it, and nothing is wrong with it', () => {
  at('stage: 2');
  expect(findingsOf(outdir => {
    const app = new MeshApp({ mesh: Istio.mesh(), outdir });
    new MeshPlatform(app, 'platform');
    reviewsIn(app, { plan: ReleasePlan.staged({ stages: ReleaseStages.THREE, stateFile }) });
    expect(refusals({ 'reviews.yaml': app.synthYaml() })).toEqual([]);
    app.synth();
  })).toEqual([]);
});

test('looks like this', () => {
  expect(reviews().toJson()).toMatchSnapshot();
});
