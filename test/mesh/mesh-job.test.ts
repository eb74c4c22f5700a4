import { Chart, Cron, Duration, Testing } from 'cdk8s';
import { Cpu, EnvValue } from 'cdk8s-plus-28';
import { Istio, MeshApp, MeshPlatform } from '../../lib';
import { MeshJob, MeshJobProps } from '../../lib/mesh/mesh-job';
import { objectsOf, shopChart, specOf, webIn } from '../support/shop-chart';
import { refusals } from '../support/valid';

function jobIn(chart: Chart, props: Partial<MeshJobProps> = {}): MeshJob {
  return new MeshJob(chart, 'migrate', { image: 'registry.example.com/migrate:1.4.2', inMesh: true, ...props });
}

test('[F119] a job is an account and a Job, whose proxy ends with its container', () => {
  const chart = shopChart();
  const { jobName, workload } = jobIn(chart);
  expect([jobName, workload.name]).toEqual(['migrate', 'migrate']);
  expect((chart.toJson()).map(({ kind, metadata: { name } }) => [kind, name])).toEqual([['ServiceAccount', 'migrate'], ['Job', 'migrate']]);
  const { template: { metadata, spec } } = specOf(chart, 'Job');
  expect([metadata, spec.serviceAccountName, spec.restartPolicy]).toEqual([
    { annotations: { 'sidecar.istio.io/nativeSidecar': 'true' }, labels: { 'app.kubernetes.io/name': 'migrate', 'sidecar.istio.io/inject': 'true' } }, 'migrate', 'Never',
  ]);
});

test('[F119] a job outside of the mesh has no proxy that would keep it from ending', () => {
  const chart = shopChart();
  jobIn(chart, { inMesh: false, jobName: 'clean' });
  expect(specOf(chart, 'Job').template.metadata).toEqual({ labels: { 'app.kubernetes.io/name': 'clean', 'sidecar.istio.io/inject': 'false' } });
});

test('[F119] a job with a schedule is a CronJob, with the same pods', () => {
  const chart = shopChart();
  jobIn(chart, { schedule: Cron.daily(), timeZone: 'Europe/Berlin' });
  const { jobTemplate, ...spec } = specOf(chart, 'CronJob');
  expect(spec).toEqual({
    concurrencyPolicy: 'Forbid', failedJobsHistoryLimit: 1, schedule: '0 0 * * *', startingDeadlineSeconds: 300, successfulJobsHistoryLimit: 3, suspend: false, timeZone: 'Europe/Berlin',
  });
  const once = shopChart();
  jobIn(once);
  expect(jobTemplate.spec).toEqual(specOf(once, 'Job'));
});

test('its pods pass what the standard "restricted" asks for, and know where they run', () => {
  const chart = shopChart();
  jobIn(chart, { command: ['/migrate'], args: ['--all'], env: { ENV: EnvValue.fromValue('prod') }, resources: { cpu: { request: Cpu.millis(10) } } });
  const [{ command, args, env, resources, securityContext, ...others }] = specOf(chart, 'Job').template.spec.containers;
  expect({ command, args, env: env.map(({ name }: any) => name), resources, others }).toEqual({
    command: ['/migrate'], args: ['--all'], env: ['POD_NAME', 'POD_NAMESPACE', 'ENV'], resources: { requests: { cpu: '10m' } },
    others: { name: 'app', image: 'registry.example.com/migrate:1.4.2', imagePullPolicy: 'IfNotPresent' },
  });
  expect(securityContext).toEqual({
    allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, privileged: false, readOnlyRootFilesystem: true, runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  });
});

test('it says how often it is tried, how long it may take, and how long it is kept', () => {
  const chart = shopChart();
  jobIn(chart, { retries: 0, timeLimit: Duration.minutes(5), keepFor: Duration.hours(1) });
  const { backoffLimit, activeDeadlineSeconds, ttlSecondsAfterFinished } = specOf(chart, 'Job');
  expect([backoffLimit, activeDeadlineSeconds, ttlSecondsAfterFinished]).toEqual([0, 300, 3600]);
});

test('an API server takes jobs, and a stock App renders the same', () => {
  const [ours, stock] = [new MeshApp({ mesh: Istio.mesh() }), Testing.app()];
  Istio.mesh().applyTo(stock);
  const charts = [ours, stock].map(app => new Chart(app, 'shop', { namespace: 'shop' }));
  charts.forEach(chart => {
    jobIn(chart, { retries: 2 });
    jobIn(new Chart(chart, 'nightly', { namespace: 'nightly' }), { schedule: Cron.daily() });
  });
  expect(refusals({ 'shop.yaml': ours.synthYaml() })).toEqual([]);
  expect(charts[1].toJson()).toEqual(charts[0].toJson());
});

test.each<[string, Partial<MeshJobProps>, string]>([
  ['a name that is none', { jobName: 'Migrate' }, 'shop/migrate: "Migrate" is not a valid name of a job. Use lowercase letters, digits and inner hyphens, and at most 63 characters.'],
  ['a name that is too long for a schedule', { jobName: 'a'.repeat(53), schedule: Cron.daily() }, `shop/migrate: "${'a'.repeat(53)}" is not a valid name of a job with a schedule. Use lowercase letters, digits and inner hyphens, and at most 52 characters.`],
  ['a time zone of no schedule', { timeZone: 'Europe/Berlin' }, 'shop/migrate: has no schedule, so timeZone has no effect. Leave it out, or set schedule: Cron.daily().'],
  ['retries that are no count', { retries: -1 }, 'shop/migrate: retries cannot be -1. Use a whole number from 0 to 2147483647.'],
  ['a time that is no number of seconds', { timeLimit: Duration.millis(1) }, 'shop/migrate: timeLimit cannot be 1 milliseconds. Use a whole number of seconds, at least one.'],
  ['another such time', { keepFor: Duration.millis(1) }, 'shop/migrate: keepFor cannot be 1 milliseconds. Use a whole number of seconds, at least one.'],
  ['[F109] an image that changes', { image: 'migrate' }, 'shop/migrate: "migrate" is whatever was pushed last, so pods of one version may differ. Use a fixed tag, such as "migrate:1.4.2", or a digest.'],
])('fails on %s', (_, props, message) => {
  expect(() => jobIn(shopChart(), props)).toThrow(new Error(message));
});

test('fails when a service has the account already, or in a chart without a namespace', () => {
  const chart = shopChart();
  webIn(chart);
  expect(() => jobIn(chart, { jobName: 'web' })).toThrow(
    new Error('shop/migrate: the account "web" belongs to "shop/web", and pods that share an account share its permissions. Give it another name.'),
  );
  expect(() => jobIn(new Chart(chart.node.root, 'bare'))).toThrow(/^bare\/migrate: its chart has no namespace/);
  expect(objectsOf(chart, 'Job')).toEqual([]);
});

test('[F004] fails in a namespace that keeps out of the mesh', () => {
  const app = new MeshApp({ mesh: Istio.mesh() });
  new MeshPlatform(app, 'platform').addNamespace('shop', { inMesh: false });
  const job = jobIn(new Chart(app, 'shop', { namespace: 'shop' }));
  expect(job.node.validate()).toEqual([expect.stringMatching(/^shop\/migrate, pods of "migrate": their namespace, "platform\/shop", keeps its pods out of the mesh/)]);
});

test('its container runs as a user that has no name', () => {
  const chart = shopChart();
  jobIn(chart, { user: 1000 });
  expect(specOf(chart, 'Job').template.spec.containers[0].securityContext.runAsUser).toBe(1000);
  expect(() => jobIn(shopChart(), { user: 1.5 })).toThrow(new Error('shop/migrate: user cannot be 1.5. Use a whole number from 1 to 2147483647.'));
  expect(() => jobIn(shopChart(), { user: 1337 })).toThrow('shop/migrate: its containers cannot run as user 1337, that of the proxy,');
});
