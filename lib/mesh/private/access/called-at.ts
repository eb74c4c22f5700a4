import { IConstruct } from 'constructs';
import type { ICaller } from '../../caller';

/** Where somebody says that he calls another, in words. */
export function calledAt(caller: ICaller & Partial<IConstruct>, callee: IConstruct): string {
  const { path } = callee.node;
  return caller.node === undefined ? `${path}, allowFrom` : `${caller.node.path}, calls("${path}")`;
}
