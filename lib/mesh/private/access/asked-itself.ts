import { IConstruct } from 'constructs';
import type { ExternalAuthorizer } from '../../external-authorizer';
import { ownerOf } from '../claim';
import type { InstallIntent } from '../platform/install-intent';
import type { AskedIntent } from './access-intent';
import type { AuthorizerIntent } from './authorizer-intent';
import { knownPods } from './known-pods';

/** Who is asked, and about which requests. */
export interface QuestionIntent {
  readonly authorizer: ExternalAuthorizer;
  readonly asked: AskedIntent;
}

/** Where it is, as far as that is known here. */
type Known = Partial<AuthorizerIntent> & { readonly host: string };

/** Where questions by gRPC come. Those by HTTP have the path of the request that they are about, which may be any. */
const QUESTION = '/envoy.service.auth.v3.Authorization/Check';

/** Somebody is asked about all requests of some pods, his own included, so that his proxy asks him about each question, and about that one again. */
export function askedItself(scope: IConstruct, place: string, { authorizer, asked }: QuestionIntent): string[] {
  const known = placeOf(scope, authorizer);
  const itself = known && ownerOf(`host ${known.host}`, scope);
  if (known === undefined || itself === undefined || !holdsFor(scope, itself) || isFree(known, itself, asked)) {
    return [];
  }
  const free = known.by === 'http' ? 'Ask' : `Set exemptPaths: [PathMatch.exact("${QUESTION}")], ask`;
  return [`${place}: asks "${itself.node.path}" also about the authorization requests that it receives itself, so none is ever answered. ${free} for single services or namespaces, or keep it out of the mesh with inMesh: false.`];
}

/** What is known here of somebody who is asked; undefined: nothing of where he is. */
export function placeOf(scope: IConstruct, { _host, _intent, name }: ExternalAuthorizer): Known | undefined {
  const platform = ownerOf('platform', scope) as IConstruct & { readonly _install: InstallIntent } | undefined;
  const intent = _intent ?? platform?._install.authorizers?.find(known => known.name === name);
  const host = intent?.host ?? _host;
  return host === undefined ? undefined : { ...intent, host };
}

interface AskedService extends IConstruct {
  readonly inMesh?: boolean;
  readonly serviceNamespace?: string;
}

/** Whether what is said of a service, a namespace or the mesh is said of a service. */
function holdsFor(scope: IConstruct & { readonly namespaceName?: string }, service: AskedService): boolean {
  const isAround = scope === ownerOf('platform', scope) || (scope.namespaceName !== undefined && scope.namespaceName === service.serviceNamespace);
  return service.inMesh !== false && service.serviceNamespace !== undefined && (scope === service || isAround);
}

/** Whether no question is asked about, by its port or its path. */
function isFree(known: Known, itself: IConstruct, { exceptPaths = [], ports }: AskedIntent): boolean {
  const target = knownPods(itself)?.ports?.find(({ port }) => port === known.port)?.targetPort;
  return (ports !== undefined && (target === undefined || !ports.includes(target)))
    || exceptPaths.some(free => known.by === undefined || (known.by === 'grpc' && free._takes(QUESTION)));
}
