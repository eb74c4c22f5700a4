import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ApiObject, Chart, JsonPatch, Yaml } from 'cdk8s';
import { HorizontalPodAutoscaler } from 'cdk8s-plus-28';
import {
  AppProtocol, CanaryService, CanaryServiceProps, Istio, Match, MeshApp, MeshPlatform, MeshService, Percent, ReleasePlan, ReleaseStages, Runbook,
  Stickiness, Weight,
} from '../../lib';
import { removedInUse } from '../../lib/synth/private/removed-in-use';
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
    return (routes(reviews({ plan: ReleasePlan.blueGreen({ stateFile }) })).at(-1) as unknown[])[2];
  };
  expect([share('stable'), share('canary')]).toEqual([[['v1', 100], ['v2', 0]], [['v1', 0], ['v2', 100]]]);
});

/** The lines that each stage changes of the one before, where all have as many. */
function changesByStage(props: Partial<CanaryServiceProps> = {}): string[][] {
  const plan = ReleasePlan.staged({ stages: ReleaseStages.of(5, 25, 50, 100), stateFile });
  const rendered = [0, 1, 2, 3, 4].map(stage => {
    at(`stage: ${stage}`);
    return reviews({ plan, ...props }).toJson().map(object => JSON.stringify(object, undefined, 1)).join('\n').split('\n');
  });
  return rendered.slice(1).map((lines, stage) => (
    lines.length === rendered[stage].length ? lines.flatMap((line, number) => (line === rendered[stage][number] ? [] : [line.trim().replace(/,$/, '')])) : ['other lines']
  ));
}

const WEIGHTS = [[95, 5], [75, 25], [50, 50], [0, 100]].map(weights => weights.map(weight => `"weight": ${weight}`));

test('[F091] from stage to stage nothing changes but the two weights, and stage 0 takes the share back', () => {
  expect(changesByStage()).toEqual(WEIGHTS);
  expect(changesByStage({ forceable: false })).toEqual(WEIGHTS);
});

test('copies are there at stage 0 alone, and what else changes are the two weights', () => {
  expect(changesByStage({ mirror: Percent.of(100) })).toEqual([['other lines'], ...WEIGHTS.slice(1)]);
});

test('who got the canary keeps it, and all others are divided once more at each stage; where one gets all, nothing is remembered', () => {
  const header = (share: number): string[] => [`"exact": "v1@${share}"`, `"x-reviews": "v1@${share}"`];
  const said = (share: number, [stable, canary]: string[]): string[] => [...header(share), stable, canary];
  const changes = changesByStage({ sticky: Stickiness.header('x-reviews') });
  expect([changes[0], changes[3]]).toEqual([['other lines'], ['other lines']]);
  expect([changes[1].sort(), changes[2].sort()]).toEqual([said(25, WEIGHTS[1]).sort(), said(50, WEIGHTS[2]).sort()]);
  const names = [0, 2, 4].map(stage => {
    at(`stage: ${stage}`);
    const plan = ReleasePlan.staged({ stages: ReleaseStages.of(5, 25, 50, 100), stateFile });
    return routes(reviews({ plan, sticky: Stickiness.header('x-reviews') })).map(route => (route as unknown[]).slice(0, 2));
  });
  expect(names).toEqual([
    [FORCED.slice(0, 2), ['default', undefined]],
    [FORCED.slice(0, 2), ['default-v1', [{ 'x-reviews': { exact: 'v1@25' } }]], ['default-v2', [{ 'x-reviews': { exact: 'v2' } }]], ['default', undefined]],
    [FORCED.slice(0, 2), ['default', undefined]],
  ]);
});

test('all clients at once, and clients that stay where they were, contradict each other', () => {
  at('live: stable');
  expect(() => reviews({ plan: ReleasePlan.blueGreen({ stateFile }), sticky: Stickiness.header('x-reviews') })).toThrow(new Error(
    'reviews/reviews: the plan moves all clients to one version at once, but sticky would keep some on the other. Leave sticky out.',
  ));
});

test('a canary that nobody can force gets its share alone, and nothing at stage 0', () => {
  expect(routes(reviews({ forceable: false, plan: ReleasePlan.manual(Weight.percent(0)) }))).toEqual([['default', undefined, [['v1', 100], ['v2', 0]]]]);
  expect(() => reviews({ force: Match.header('x-tester', 'yes'), forceable: false })).toThrow(new Error(
    'reviews: force sends requests to "v2" regardless of the plan, but forceable: false forbids that. Leave one of them out.',
  ));
});

test('connections have no header by which to force anything', () => {
  const [{ spec }] = objects(reviews({ protocol: AppProtocol.TCP }), 'VirtualService');
  expect(spec.tcp.map(({ route }: any) => route.map(({ destination: { subset }, weight }: any) => [subset, weight]))).toEqual([[['v1', 90], ['v2', 10]]]);
});

describe('a release that has ended', () => {
  const plan = ReleasePlan.ended();
  const ended = (props: Partial<CanaryServiceProps> = {}): CanaryService => reviews({ canary: { image: STABLE.image }, plan, ...props });

  test('keeps both versions, and no route leads to them', () => {
    const chart = ended({ experiment: { control: Match.header('x-group', 'a'), experimental: Match.header('x-group', 'b') } });
    expect(routes(chart)).toEqual([['default', undefined, [[undefined, undefined]]]]);
    expect([objects(chart, 'Deployment').length, objects(chart, 'DestinationRule')[0].spec.subsets.length]).toEqual([2, 2]);
  });

  test('is a step from which a plain service follows, and nothing goes in the same step as its last route', () => {
    const plain = (): Chart => {
      const chart = new Chart(new MeshApp({ mesh: Istio.mesh() }), 'reviews', { namespace: 'reviews' });
      new MeshService(chart, 'reviews', { ...STABLE, port: 8080 });
      return chart;
    };
    const removals = (before: Chart, after: Chart): string[] => removedInUse([Yaml.stringify(...before.toJson())], after.toJson());
    const last = reviews({ plan: ReleasePlan.manual(Weight.percent(0)) });
    expect(removals(last, plain())).not.toEqual([]);
    expect([removals(last, ended()), removals(ended(), plain())]).toEqual([[], []]);
  });

  test('has one image, for all pods get requests', () => {
    expect(() => ended({ canary: CANARY })).toThrow(new Error(
      `reviews: the release has ended, so all pods get requests, but those of "v2" run ${CANARY.image} and the others ${STABLE.image}. Use one image for both, apply that, and then end the release.`,
    ));
  });

  test.each<[string, Partial<CanaryServiceProps>]>([['mirror', { mirror: Percent.of(100) }], ['sticky', { sticky: Stickiness.header('x-reviews') }]])('has no %s', (name, props) => {
    expect(() => ended(props)).toThrow(new Error(`reviews/reviews: the release has ended, so no requests are split or copied. Leave ${name} out.`));
  });
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
    'reviews/reviews: the plan gives "v2" 10 percent, and a version that gets requests gets no copies of others. Leave mirror out, or use Weight.percent(0).',
  ));
});

describe('a version without pods', () => {
  const none = { ...STABLE, replicas: 0 };
  const stage = (share: number): ReleasePlan => ReleasePlan.manual(Weight.percent(share));
  const noCanary = { canary: { ...CANARY, replicas: 0 } };
  const problems = (props: Partial<CanaryServiceProps>, change?: (chart: CanaryService) => void): string[] => {
    const chart = reviews(props);
    change?.(chart);
    return chart.node.validate();
  };
  const said = (version: string, way: string, prop: string): string[] => [
    `reviews: "${version}" has no pods, because its replicas are 0, but ${way}. Increase the replicas of ${prop}, or send it no requests.`,
  ];

  test.each<[string, Partial<CanaryServiceProps>, string[]]>([
    ['a share', noCanary, said('v2', 'the plan gives it 10 percent of the requests', 'canary')],
    ['all', { ...noCanary, plan: stage(100) }, said('v2', 'the plan gives it 100 percent of the requests', 'canary')],
    ['those of testers', { ...noCanary, plan: stage(0), force: Match.header('x-tester', 'yes') }, said('v2', 'force sends requests to it', 'canary')],
    ['an experiment', { ...noCanary, plan: stage(0), experiment: { control: Match.header('x-group', 'a'), experimental: Match.header('x-group', 'b') } },
      said('v2', 'experiment sends requests to it', 'canary')],
    ['copies', { ...noCanary, plan: stage(0), mirror: Percent.of(50) }, said('v2', 'mirror copies requests to it', 'canary')],
    ['the rest', { stable: none, canary: { ...CANARY, replicas: 2 } }, said('v1', 'the plan gives it 90 percent of the requests', 'stable')],
    ['the control group', { stable: none, canary: { ...CANARY, replicas: 2 }, plan: stage(100), experiment: { control: Match.header('x-group', 'a'), experimental: Match.header('x-group', 'b') } },
      said('v1', 'experiment sends requests to it', 'stable')],
    ['shares of two that have none, as the canary says what the stable one says', { stable: none }, [
      ...said('v2', 'the plan gives it 10 percent of the requests', 'canary'), ...said('v1', 'the plan gives it 90 percent of the requests', 'stable'),
    ]],
    ['requests after the end', { stable: none, canary: { image: STABLE.image }, plan: ReleasePlan.ended() }, [
      'reviews: the release has ended, so all pods get requests, but there are none: replicas of both versions are 0. Increase one of them.',
    ]],
  ])('gets no %s', (_, props, expected) => {
    expect(problems(props)).toEqual(expected);
  });

  test.each<[string, Partial<CanaryServiceProps>]>([
    ['a new version at stage 0, which nobody but who asks for it by name gets', { ...noCanary, plan: stage(0) }],
    ['the proven one, when the new one gets all', { stable: none, canary: { ...CANARY, replicas: 2 }, plan: stage(100) }],
    ['one of two, when the release has ended', { canary: { image: STABLE.image, replicas: 0 }, plan: ReleasePlan.ended() }],
  ])('is right: %s', (_, props) => {
    expect(problems(props)).toEqual([]);
  });

  test('a stage in a file is told of too, in synth', () => {
    at('live: canary');
    const app = new MeshApp({ mesh: Istio.mesh(), outdir: path.join(folder.path, 'dist') });
    reviewsIn(app, { ...noCanary, plan: ReleasePlan.blueGreen({ stateFile }) });
    expect(() => app.synth()).toThrow(said('v2', 'the plan gives it 100 percent of the requests', 'canary')[0]);
  });

  test('an autoscaler says how many there are, and so does a patch', () => {
    const scaled = (chart: CanaryService): unknown => new HorizontalPodAutoscaler(chart, 'scaler', { target: chart.canary.deployment!, maxReplicas: 5 });
    expect(problems(noCanary, scaled)).toEqual([]);
    expect(problems(noCanary, ({ canary }) => ApiObject.of(canary.deployment!).addJsonPatch(JsonPatch.replace('/spec/replicas', 1)))).toEqual([]);
    expect(problems({}, ({ canary }) => ApiObject.of(canary.deployment!).addJsonPatch(JsonPatch.replace('/spec/replicas', 0)))).toHaveLength(1);
  });
});

test('the runbook says how a release goes on', () => {
  at('stage: 1');
  const { markdown } = Runbook.of(reviews({ plan: ReleasePlan.staged({ stages: ReleaseStages.CAREFUL, stateFile }) }));
  expect(markdown).toContain(`\`${stateFile}\` says at which stage it is:`);
  expect(markdown).toContain('| `stage: 0` | 0 % |\n| `stage: 1` | 5 % |\n');
  expect(markdown).toContain('Each stage lasts 5 minutes at least, and all of them 1 hour 40 minutes.');
  expect(markdown).toContain('Testers and experiments get v2 at each stage, also at 0. To cut it off wholly, say `forceable: false` and no `experiment`, and render again.');
  expect(Runbook.of(reviews({ forceable: false, plan: ReleasePlan.staged({ stages: ReleaseStages.THREE, stateFile }) })).markdown).not.toContain('Testers');
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
