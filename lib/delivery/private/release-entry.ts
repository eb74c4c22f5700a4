import { IConstruct } from 'constructs';
import { addRunbookEntry, RunbookTopic } from '../../mesh/private/runbook/runbook-entries';
import type { ReleasePlan } from '../release-plan';

interface ReleaseWords {
  readonly service: string;
  /** name of the new version */
  readonly canary: string;
  readonly plan: ReleasePlan;
  /** whether a route leads there at each stage, of those who try it out or of an experiment */
  readonly isForceable: boolean;
}

const TOPIC: RunbookTopic = {
  title: 'Releases',
  text: 'A new version gets more requests by a commit that changes one number in a file. Going back is the same: stage 0 gives it no share.',
};

/** Tells those who run the app how a release goes on, and back. */
export function addReleaseEntry(owner: IConstruct, { service, canary, plan, isForceable }: ReleaseWords): void {
  const staged = plan._staged;
  if (staged === undefined) {
    return;
  }
  const { stages: { duration, stageDuration, weights }, stateFile } = staged;
  const rows = [0, ...weights.map(({ value }) => value)].map((share, stage) => `| \`stage: ${stage}\` | ${share} % |`);
  const time = duration === undefined || stageDuration === undefined
    ? ''
    : `\n\nEach stage lasts ${stageDuration.toHumanString()} at least, and all of them ${duration.toHumanString()}.`;
  const forced = `\n\nTesters and experiments get ${canary} at each stage, also at 0. To cut it off wholly, say \`forceable: false\` and no \`experiment\`, and render again.`;
  addRunbookEntry(owner, {
    topic: TOPIC,
    title: service,
    text: () => `\`${stateFile}\` says at which stage it is:\n\n| file | share of ${canary} |\n|---|---|\n${rows.join('\n')}${time}${isForceable ? forced : ''}`,
  });
}
