import { existsSync } from 'node:fs';
import { policyRecords, RECORDS } from './policy-record';
import { answerTo } from './policy-request';

(existsSync(RECORDS) ? test : test.skip)(`policies let in whom a real mesh let in (from ${RECORDS})`, () => {
  const records = policyRecords();
  const wrong = records.flatMap(({ name, objects, target, request, answer, namesRule }) => {
    const { answer: told, by } = answerTo(objects, target, request);
    const isRight = told === answer.answer && (!namesRule || by === answer.by);
    return isRight ? [] : [`${name}: ${told} ${by ?? ''}, and not ${answer.answer} ${answer.by ?? ''}`];
  });
  expect(wrong).toEqual([]);
  const answers = ['allowed', 'no connection', 401, 403].map(kind => records.filter(({ answer }) => answer.answer === kind).length);
  answers.forEach(count => expect(count).toBeGreaterThan(10));
});
