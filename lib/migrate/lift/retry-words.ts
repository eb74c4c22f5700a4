import { RetryOn } from '../../mesh/retry-on';
import { call, Code, list, literal, mapping, name } from '../code/code';
import { Block, wholly } from './block';
import { durationWord, literalWord } from './words';

/** When a request is sent once more. @throws NotLifted */
export function retryWord(retries: Block): Code {
  return wholly(retries, () => {
    const conditions = (retries.text('retryOn') ?? '').split(',').filter(condition => condition !== '');
    const isUsual = conditions.join() === USUAL;
    const risky = conditions.filter(condition => CONSTANTS.get(condition)?.isSafe !== true);
    return mapping([
      ['attempts', literal(retries.number('attempts') ?? 0)],
      ['perTryTimeout', durationWord(retries.text('perTryTimeout'), `${retries.path}.perTryTimeout`)],
      ['backoff', durationWord(retries.text('backoff'), `${retries.path}.backoff`)],
      ['on', isUsual || conditions.length === 0 ? undefined : list(conditions.map(conditionWord))],
      ['remoteLocalities', literalWord(retries.boolean('retryRemoteLocalities'))],
      ['unsafeMethods', risky.length === 0 ? undefined : literal(true)],
    ]);
  });
}

const USUAL = 'connect-failure,refused-stream,reset-before-request';

const CONSTANTS = new Map(Object.entries(RetryOn).flatMap(([key, value]) => (
  value instanceof RetryOn ? [[value.condition, { key, isSafe: value.isSafe }] as const] : []
)));

function conditionWord(condition: string): Code {
  const known = CONSTANTS.get(condition);
  return known === undefined ? call('RetryOn.status', literal(Number(condition))) : name(`RetryOn.${known.key}`);
}
