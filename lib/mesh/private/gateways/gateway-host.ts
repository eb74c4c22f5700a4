import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { Mesh } from '../../mesh';
import { claim } from '../claim';
import { isDnsLabel } from '../dns-label';
import { hostObjectName } from '../hosts/host-object-name';
import type { ConnectionRuleIntent, RuleIntent } from '../intent';
import { saidAlternatives } from '../routing/conditions';
import { partProblems, publishedProblems } from '../routing/delegated-part';
import { exposedRules, pathProblems } from '../routing/exposed-rules';
import { withOwnNames } from '../routing/own-names';
import { circleText, circularRedirects, RedirectedPlace } from '../routing/redirect-problems';
import { inOrder } from '../routing/route-order';
import { Ties } from '../routing/ties';
import { Slot } from '../slot';
import type { Attachment } from './attachment';
import type { GatewayRoute } from './gateway-intent';
import { unreachableRouteProblems } from './unreachable-routes';

/** What a host has to know of its gateway. */
export interface OwningGateway {
  /** `namespace/name` */
  readonly reference: string;
  readonly name: string;
  /** how routes attach themselves to it; undefined: they name it in a VirtualService */
  readonly attachment?: Attachment;
  /** how clients come to its routes; undefined: not known */
  readonly called?: Pick<RedirectedPlace, 'port' | 'scheme'>;
  /** whether it is no gateway, but what the owner of the hostname leaves to others */
  readonly isDelegate?: boolean;
}

/** One hostname of a gateway. All that is exposed under it meets here, in one object, which comes with the first route. */
export class GatewayHost {
  private readonly routes: GatewayRoute[] = [];
  private readonly names = new Set<string>();
  private readonly ties = new Ties<GatewayRoute>();
  private readonly objectName: string;
  private readonly slot: Slot;

  constructor(private readonly owner: Construct, private readonly gateway: OwningGateway, private readonly hostname: string) {
    const { attachment, isDelegate = false, reference } = gateway;
    const name = isDelegate ? gateway.name : hostObjectName(gateway.name, hostname);
    this.objectName = name;
    const whose = isDelegate ? { hosts: [] } : { hosts: [hostname], gateways: [reference] };
    this.slot = new Slot(owner, hostname, place => {
      const { _provider: provider } = Mesh.of(owner);
      return attachment === undefined
        ? provider.gatewayRules(place, name, () => ({ ...whose, rules: this.rules(), connections: this.connections() }))
        : provider.attached.rules(place, name, () => attachment.intentFor(hostname, this.rules()));
    });
    owner.node.addValidation({ validate: () => this.problems() });
  }

  /** What shows only when all is said. */
  public problems(): string[] {
    const problems = this.routes.flatMap(route => this.problemsOf(route));
    const together = { routes: this.requestRoutes(), isInside: this.gateway.isDelegate, placeOf: (route: GatewayRoute) => this.placeOf(route) };
    // Which rules there are can be told only if there is no problem.
    return problems.length > 0 ? problems : [...unreachableRouteProblems(together), ...this.circleProblems()];
  }

  /** The rules for its requests. */
  public rules(): RuleIntent[] {
    const { isDelegate: isInside } = this.gateway;
    return withOwnNames(inOrder(this.requestRoutes()).flatMap(({ rule }) => exposedRules(rule, { place: this.placeOf(rule), isInside })));
  }

  /** @throws when the route could not be told from another, or could take no request */
  public add(route: GatewayRoute): void {
    const place = this.placeOf(route);
    if (!route.name.split('.').every(isDnsLabel)) {
      throw new Error(`${place}: this is not a valid route name. Use lowercase letters, digits, and inner hyphens and dots.`);
    }
    requireReachable(route, place);
    this.requireOwn(place);
    const added = { ...route, alternatives: saidAlternatives(route.alternatives) };
    if (this.names.has(route.name)) {
      throw new Error(`${place}: a route with this name already exists. Give this one another name: exposeVia(..., { name: "..." }).`);
    }
    this.requireOneLayer(added, place);
    const tie = this.ties.with(added);
    if (tie !== undefined) {
      throw new Error(`${place}: can match the same requests as "${tie.name}", and neither is more specific. Expose them under different paths or hostnames.`);
    }
    if (this.gateway.attachment !== undefined && added.connections !== undefined) {
      throw new Error(`${place}: no HTTPRoute of the Kubernetes Gateway API passes TLS through. Use api: GatewayApi.ISTIO.`);
    }
    const [problem] = pathProblems(added, place);
    if (problem !== undefined) {
      throw new Error(problem);
    }
    this.gateway.attachment?.admit(added);
    this.ties.add(added);
    this.names.add(added.name);
    this.routes.push(added);
    this.slot.fill();
  }

  /** A redirect by path alone is a matter of the service, wherever it is met, if it is one of a service. */
  private circleProblems(): string[] {
    const own = this.routes.filter(({ host }) => host === undefined).flatMap(({ rules }) => rules()).flatMap(rule => 'redirect' in rule ? [rule.redirect] : []);
    const circular = circularRedirects(this.rules(), { host: this.hostname, ...this.gateway.called }).filter(({ redirect }) => (
      redirect.host !== undefined || redirect.scheme !== undefined || own.includes(redirect)
    ));
    return circular.map(({ name, redirect }) => `${this.owner.node.path}, rule "${name}" under "${this.hostname}": ${circleText(redirect)}`);
  }

  private requestRoutes(): GatewayRoute[] {
    return this.routes.filter(({ connections }) => connections === undefined);
  }

  private placeOf({ name }: GatewayRoute): string {
    return `${this.owner.node.path}, "${name}" under "${this.hostname}"`;
  }

  private problemsOf(route: GatewayRoute): string[] {
    const place = this.placeOf(route);
    const [{ path }] = route.alternatives;
    const left = { hostname: this.hostname, path };
    const references = route.rules().flatMap(rule => 'delegate' in rule ? [`${rule.delegate.namespace}/${rule.delegate.name}`] : []);
    const ofParts = [...new Set(references)].flatMap(reference => (
      route.host === undefined ? partProblems(left, reference, this.owner) : publishedProblems(this.hostname, reference, this.owner)
    ));
    return [...pathProblems(route, place), ...ofParts.map(problem => `${place}: ${problem}`)];
  }

  /** Which port of a gateway passes TLS on, and which ends it, is not known of one that is somebody else's. */
  private requireOneLayer(added: GatewayRoute, place: string): void {
    const other = this.routes.find(({ connections }) => (connections === undefined) !== (added.connections === undefined));
    if (other !== undefined) {
      const [passed, read] = added.connections === undefined ? [other.name, added.name] : [added.name, other.name];
      throw new Error(`${place}: "${passed}" needs TLS passed through, and "${read}" needs TLS terminated, but a gateway does only one for a hostname. Expose them under different hostnames.`);
    }
  }

  private connections(): ConnectionRuleIntent[] {
    const passed = this.routes.flatMap(({ connections }) => connections ?? []);
    return passed.map(destinations => ({ names: [this.hostname], sources: [], destinations: destinations() }));
  }

  /** Two objects for one hostname are joined by the mesh in the order of their age, which nobody can read from them. */
  private requireOwn(place: string): void {
    const { reference } = this.gateway;
    const first = claim(`gateway ${reference}, host ${this.hostname}`, this.owner);
    if (first !== this.owner) {
      throw new Error(`${place}: "${first.node.path}" stands for ${reference} too, and already owns the routes of this hostname. Expose through that construct.`);
    }
    const { namespace, node } = Chart.of(this.owner);
    const kind = this.gateway.attachment === undefined ? 'rules' : 'attached rules';
    const named = claim(`${kind} ${this.objectName} in ${namespace ?? `chart ${node.path}`}`, this.slot);
    if (named !== this.slot) {
      throw new Error(`${place}: its object would be called "${this.objectName}", like that of "${named.node.path}" in the same namespace. Refer to one of the two gateways in a chart of another namespace.`);
    }
  }
}

/** What comes from outside has no labels and no namespace. */
function requireReachable({ alternatives }: GatewayRoute, place: string): void {
  if (alternatives.some(({ sourceLabels, sourceNamespace }) => sourceLabels !== undefined || sourceNamespace !== undefined)) {
    throw new Error(`${place}: matches labels or a namespace of the caller, but callers from outside the mesh have none. Leave the source out of the match.`);
  }
}
