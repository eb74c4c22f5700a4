import type { ApiServer } from '../record-verdicts/api-server';
import { complaintsOf } from './complaints';
import { GROUP, answersTo, questionCrd, questionObject } from './question-crd';
import { answered, questionsOf } from './questions';
import type { Question } from './questions';
import type { Complaint, ExpressionTable } from './tables';

const CRDS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
/** A CRD may cost the server only so much, by its own estimate. */
const MOST_QUESTIONS = 100;
const LONGEST_WAIT = 30_000;

/** The table with what the server answers. Each question becomes a field with a rule in a CRD that is there just for that. */
export async function recordExpressions(server: Pick<ApiServer, 'call'>, table: ExpressionTable): Promise<ExpressionTable> {
  const questions = questionsOf(table);
  const answers = new Map<string, Complaint | null>();
  for (let start = 0; start < questions.length; start += MOST_QUESTIONS) {
    const some = questions.slice(start, start + MOST_QUESTIONS);
    const theirs = answersTo(some, await judge(server, some));
    some.forEach((question, place) => answers.set(JSON.stringify(question), theirs[place]));
  }
  return answered(table, question => answers.get(JSON.stringify(question))!);
}

async function judge(server: Pick<ApiServer, 'call'>, questions: readonly Question[]): Promise<readonly Complaint[]> {
  const crd = `${CRDS}/questions.${GROUP}`;
  const isThere = async (path: string): Promise<boolean> => (await server.call('GET', path)).status === 200;
  await server.call('DELETE', crd);
  await until(async () => !await isThere(crd));
  const { status, body } = await server.call('POST', CRDS, JSON.stringify(questionCrd(questions)));
  if (status >= 300) {
    throw new Error(`the server refuses the CRD: ${body.message}`);
  }
  await until(() => isThere(`/apis/${GROUP}/v1/questions`));
  const answer = await server.call('POST', `/apis/${GROUP}/v1/namespaces/default/questions?dryRun=All`, JSON.stringify(questionObject(questions)));
  await server.call('DELETE', crd);
  return complaintsOf(answer);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + LONGEST_WAIT;
  while (!await holds()) {
    if (Date.now() > end) {
      throw new Error('the server takes too long over a CRD');
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}
