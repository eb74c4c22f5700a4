import { loadAll } from 'js-yaml';
import { Manifest } from './manifest';
import { fieldsOf } from './object-fields';
import { Route, ROUTE_KINDS, routesIn } from './route-uses';
import { RoutedThings, routedThings, THING_KINDS } from './routed-things';

/**
 * What is removed together with the last route that names it: a sentence for each. Objects are applied one by one, and proxies learn of them one by
 * one, so for a while requests are led to what is gone.
 *
 * What a route still names is an error of the checks, and where requests go nowhere any more, nobody misses anything.
 *
 * @param before texts of the files that change or go, as they were
 * @param after all objects that are there then
 */
export function removedInUse(before: readonly string[], after: Iterable<Manifest>): string[] {
  const objects = before.flatMap(objectsIn);
  const change = objects.length === 0 ? undefined : new Change(objects, [...after].filter(isNamed));
  return change?.removals() ?? [];
}

class Change {
  private readonly old: RoutedThings;
  private readonly oldRoutes: readonly Route[];
  private readonly things: RoutedThings;
  private readonly routes: ReadonlyMap<string, Route>;
  private readonly used: ReadonlySet<string>;
  private readonly gatewayHosts: ReadonlySet<string>;

  constructor(before: readonly Manifest[], after: readonly Manifest[]) {
    this.old = routedThings(before);
    this.oldRoutes = routesIn(before);
    this.things = routedThings(after);
    const routes = routesIn(after);
    this.routes = new Map(routes.map(route => [route.called, route]));
    this.used = new Set(routes.flatMap(({ uses }) => uses.map(keyOf)));
    this.gatewayHosts = new Set(routes.flatMap(route => route.gatewayHosts));
  }

  public removals(): string[] {
    const namedBy = new Map<string, Set<string>>();
    for (const route of this.oldRoutes.filter(one => this.isStillAsked(one))) {
      for (const thing of route.uses.flatMap(use => this.removedOf(use))) {
        namedBy.set(thing, (namedBy.get(thing) ?? new Set()).add(route.called));
      }
    }
    const things = [...namedBy].filter(([thing]) => !namedBy.has(ofGateway(thing)));
    return things.map(([thing, routes]) => this.sentence(thing, [...routes].sort())).sort();
  }

  /** What people call the things of a use that are gone, if none takes their place and nobody names them any more. */
  private removedOf(use: readonly string[]): string[] {
    if (use.some(key => this.things.has(key)) || this.used.has(keyOf(use))) {
      return [];
    }
    return use.map(key => this.old.get(key)).filter(called => called !== undefined);
  }

  private sentence(thing: string, routes: readonly string[]): string {
    const first = routes.some(route => this.routes.has(route)) ? 'apply' : 'delete';
    return `removes ${thing} together with the last reference to it, in ${routes.join(' and ')}: proxies that see the removal first fail requests. Split the change in two: ${first} the routes first, then remove it.`;
  }

  /** Whether the requests that a route took are still answered. */
  private isStillAsked({ called, meshHosts, gatewayHosts }: Route): boolean {
    return this.routes.has(called)
      // Who is not rendered here at all is another team's, and there as before.
      || meshHosts.some(host => this.things.has(host) || !this.old.has(host))
      || gatewayHosts.some(host => this.gatewayHosts.has(host));
  }
}

function keyOf(use: readonly string[]): string {
  return use.join('\n');
}

/** The gateway that a host is of; who hears of the one need not hear of the other. */
function ofGateway(thing: string): string {
  return /^host .* of (Gateway .*)$/.exec(thing)?.[1] ?? '';
}

/** The objects that matter; none where the text is no YAML, as when a merge left its marks in it. */
function objectsIn(text: string): Manifest[] {
  return text.split(/^---$/m).filter(document => MATTERS.test(document)).flatMap(document => {
    try {
      return loadAll(document).filter(isNamed);
    } catch {
      return [];
    }
  });
}

function isNamed(object: unknown): object is Manifest {
  const { apiVersion, metadata } = fieldsOf(object);
  const { name, namespace = '' } = fieldsOf(metadata);
  return [apiVersion, name, namespace].every(one => typeof one === 'string');
}

const KINDS = new Set([...THING_KINDS, ...ROUTE_KINDS].map(kind => kind.split('.', 1)[0]));
const MATTERS = new RegExp(`^kind: (?:${[...KINDS].join('|')})$`, 'm');
