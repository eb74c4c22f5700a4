import { Duration } from 'cdk8s';
import { CronJob, Job, RestartPolicy, ServiceAccount, Workload } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { MeshJobProps } from '../../mesh-job';
import { isDnsLabel } from '../dns-label';
import { foundBy } from './found-by';
import { restrictedContainer } from './restricted-container';

/** @throws when no job has such a name, of which Kubernetes makes those of pods, and with a schedule, of jobs */
export function requireJobName(name: string, hasSchedule: boolean, place: string): string {
  const longest = hasSchedule ? 52 : 63;
  if (!isDnsLabel(name) || name.length > longest) {
    throw new Error(`${place}: "${name}" is not a valid name of a job${hasSchedule ? ' with a schedule' : ''}. Use lowercase letters, digits and inner hyphens, and at most ${longest} characters.`);
  }
  return name;
}

/**
 * The Job, or where there is a schedule, the CronJob. Its pods have no label `app`, by which the Service of the same name would send them
 * requests.
 */
export function createJob(place: Construct, props: MeshJobProps, { name, path }: { readonly name: string; readonly path: string }): Workload {
  const { args, command, keepFor, retries, schedule, timeLimit, timeZone } = props;
  const labels = jobLabels(name);
  const common = {
    metadata: { name, labels: { ...labels } },
    podMetadata: { labels: { ...labels } },
    activeDeadline: timeLimit,
    backoffLimit: retries,
    ttlAfterFinished: keepFor,
    restartPolicy: RestartPolicy.NEVER,
    serviceAccount: ServiceAccount.fromServiceAccountName(place, 'account', name),
    containers: [{ ...restrictedContainer(props, path), args, command }],
  };
  const job = schedule === undefined ? new Job(place, 'job', common) : new CronJob(place, 'job', { ...common, schedule, timeZone, startingDeadline: LATEST_START });
  foundBy(job, labels);
  return job;
}

/** Those of its pods. */
export function jobLabels(name: string): Readonly<Record<string, string>> {
  return { 'app.kubernetes.io/name': name };
}

/** A restart of what starts jobs takes longer than the ten seconds of cdk8s-plus, after which one of a day would be left out. */
const LATEST_START = Duration.minutes(5);
