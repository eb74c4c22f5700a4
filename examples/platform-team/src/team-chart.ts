import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { GATEWAY } from './mesh';

/** What every team says of what it runs. */
export interface TeamChartProps {
  /** Name of a namespace, which the platform's own app renders. */
  readonly namespace: string;
  /** Who is called at night: the name of a team, such as `checkout`. */
  readonly owner: string;
}

/** What a team runs, with its owner on every object. */
export class TeamChart extends Chart {
  constructor(scope: Construct, id: string, { namespace, owner }: TeamChartProps) {
    // TypeScript asks for an owner, but not for one that is a name.
    if (!/^[a-z](?:[a-z0-9-]*[a-z0-9])?$/.test(owner)) {
      throw new Error(`${scope.node.path}/${id}: "${owner}" is no owner. Say the name of a team in small letters, such as "checkout".`);
    }
    super(scope, id, { namespace, labels: { 'acme.example.com/owner': owner } });
    // The platform's own app renders these, so that checks of a team's app do not miss them.
    this.node.addMetadata('cdk8s-mesh/provides', `Namespace ${namespace}, Gateway ${GATEWAY}, ServiceAccount ${GATEWAY}`);
  }
}
