import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { BOUNDARY } from '../mesh/private/boundary';

/**
 * A place that the same intent is rendered for: a scope for charts, a folder of its own below the output folder, and a boundary of
 * ownership. What one environment renders never touches the files of another.
 *
 * Create one with `app.environment(name)`.
 */
export class Environment extends Construct {
  /** Whether a construct is an environment, whichever copy of this package created it. */
  public static isEnvironment(construct: unknown): construct is Environment {
    return construct !== null && typeof construct === 'object' && BOUNDARY in construct;
  }

  /** The environment that a construct is in; undefined outside of any. */
  public static of(construct: Construct): Environment | undefined {
    return construct.node.scopes.find(Environment.isEnvironment);
  }

  /** The name, and the name of the folder: `dist/<name>/`. */
  public readonly name: string;

  constructor(scope: App, name: string) {
    if (!NAME.test(name)) {
      throw new Error(`environment "${name}": the name becomes a folder below the output folder, so it must consist of lowercase letters, digits and inner hyphens, at most 63 characters. Use a name such as "${suggestion(name)}".`);
    }
    const known = scope.node.children.filter(Environment.isEnvironment).map(environment => environment.name);
    if (known.includes(name)) {
      throw new Error(`environment "${name}": already exists. Get it with app.environment("${name}").`);
    }
    super(scope, name);
    this.name = name;
    Object.defineProperty(this, BOUNDARY, { value: true });
  }
}

const NAME = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

function suggestion(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 63).replace(/-+$/, '') || 'dev';
}
