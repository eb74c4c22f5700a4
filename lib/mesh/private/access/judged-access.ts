import { IConstruct } from 'constructs';
import type { MutualTls } from '../../mutual-tls';
import { judgeTogether } from '../judged-together';
import type { WorkloadIntent } from '../workload-intent';
import type { AccessRuleIntent } from './access-intent';
import { askedProblems } from './asked-problems';
import { escapedProblems } from './escaped-problems';
import { voidProblems } from './void-problems';

/** All that is said of who may call some pods, as it is when all is said. */
export interface JudgedAccess {
  /** path of the construct */
  readonly place: string;
  readonly kind: 'gateway' | 'mesh' | 'namespace' | 'service';
  /** @throws when no policy could find them; then nothing is said of them */
  readonly pods: () => WorkloadIntent;
  /** rules that let some in, and so nobody else */
  readonly closing: () => readonly AccessRuleIntent[];
  readonly allow: () => readonly AccessRuleIntent[];
  readonly deny: () => readonly AccessRuleIntent[];
  /** name of the one who is asked about requests, where the mesh asks one alone */
  readonly asks: () => string | undefined;
  /** which connections are taken, as far as that is said of these pods alone @param ports those of the pods; undefined: all */
  readonly saidModes: (ports?: readonly number[]) => readonly MutualTls[];
}

/** Has what is said of the mesh, of namespaces and of single pods compared: it holds for the same pods, and adds up. */
export function judgeAccess(owner: IConstruct, access: JudgedAccess): void {
  judgeTogether(owner, JUDGED, access, problemsOf);
}

const JUDGED = Symbol.for('cdk8s-mesh.Access');

function problemsOf(all: readonly JudgedAccess[]): string[] {
  const scopes = all.filter(({ allow, asks, deny, kind }) => WIDTHS[kind] > 0 && (allow().length + deny().length > 0 || asks() !== undefined));
  const pairs = scopes.length === 0 ? [] : pairsOf(scopes, all);
  return pairs.flatMap(([wide, narrow]) => [...voidProblems(wide, narrow), ...escapedProblems(wide, narrow), ...askedProblems(wide, narrow)]);
}

/** Those of which something is said, each with what is said of more pods. */
function pairsOf(scopes: readonly JudgedAccess[], all: readonly JudgedAccess[]): Array<readonly [wide: JudgedAccess, narrow: JudgedAccess]> {
  const meshes = scopes.filter(({ kind }) => kind === 'mesh');
  const namespaces = new Map(scopes.filter(({ kind }) => kind === 'namespace').map(scope => [scope.pods().namespace, scope]));
  const isRuled = ({ asks, closing, saidModes }: JudgedAccess): boolean => closing().length + saidModes().length > 0 || asks() !== undefined;
  return all.filter(isRuled).flatMap(narrow => {
    const around = namespaces.get(narrow.pods().namespace);
    const wider = [...meshes, ...around === undefined ? [] : [around]].filter(({ kind }) => WIDTHS[kind] > WIDTHS[narrow.kind]);
    return wider.map(wide => [wide, narrow] as const);
  });
}

const WIDTHS = { gateway: 0, service: 0, namespace: 1, mesh: 2 } as const;
