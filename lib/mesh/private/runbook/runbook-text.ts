import { IConstruct } from 'constructs';
import { BOUNDARY, boundaryOf } from '../boundary';
import { RunbookEntry, RunbookTopic, runbookEntriesOf } from './runbook-entries';

/** The runbook of all that is below a scope, environments below it excepted; undefined when there is nothing to say. */
export function runbookText(scope: IConstruct): string | undefined {
  const boundary = boundaryOf(scope);
  const said = scope.node.findAll().filter(construct => boundaryOf(construct) === boundary).flatMap(runbookEntriesOf);
  const entries = said.filter(({ standsInFor }) => !said.some(({ topic }) => topic.title === standsInFor?.title));
  if (entries.length === 0) {
    return undefined;
  }
  const title = BOUNDARY in boundary ? `# Runbook: ${boundary.node.id}` : '# Runbook';
  return `${[title, PREFACE, ...topicsOf(entries).flatMap(topic => chapter(topic, entries))].join('\n\n')}\n`;
}

const PREFACE = 'Rendered along with the objects, with their names; changes by hand are lost.';

/** By title: adding a construct does not turn the page around. */
function topicsOf(entries: readonly RunbookEntry[]): RunbookTopic[] {
  const topics = new Map(entries.map(({ topic }) => [topic.title, topic]));
  return [...topics.values()].sort((one, other) => (one.title < other.title ? -1 : 1));
}

function chapter({ title, text }: RunbookTopic, entries: readonly RunbookEntry[]): string[] {
  const own = entries.filter(({ topic }) => topic.title === title);
  return [`## ${title}`, text, ...own.flatMap(entry => section(entry))];
}

function section({ title, text }: RunbookEntry): string[] {
  const written = text();
  return written === undefined ? [] : [`### ${title}`, written];
}
