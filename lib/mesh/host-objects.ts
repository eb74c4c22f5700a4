import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';

/**
 * The objects behind a host, for what has no verb: `web.objects.rules.addJsonPatch(...)`. Patches come last, and speak the names of the YAML.
 * The Deployments of a service are those of its versions.
 */
export class HostObjects {
  /** @internal */
  public static _of(owner: ObjectsOwner): HostObjects {
    return new HostObjects(owner);
  }

  private constructor(private readonly owner: ObjectsOwner) {}

  /** Its account. @throws when it has none here */
  public get account(): ApiObject {
    return this.rendered('account', 'ServiceAccount');
  }

  /** What says how connections are made, and tells versions apart. Asking for it makes it. @throws when only UDP is spoken there */
  public get policy(): ApiObject {
    return this.owner.policy();
  }

  /** What says what happens to requests. Asking for it makes it. @throws when only UDP is spoken there */
  public get rules(): ApiObject {
    return this.owner.rules();
  }

  /** What makes the host known: a `Service`, or a `ServiceEntry`. @throws when somebody else renders it */
  public get service(): ApiObject {
    return this.rendered('service', 'Service');
  }

  private rendered(place: string, kind: string): ApiObject {
    const { construct } = this.owner;
    const object = construct.node.findChild(place).node.findAll().find(ApiObject.isApiObject);
    if (object === undefined) {
      throw new Error(`${construct.node.path}: renders no ${kind}, because it is rendered elsewhere. Change it there.`);
    }
    return object;
  }
}

/** What the owner of objects tells of them. */
export interface ObjectsOwner {
  readonly construct: Construct;
  /** creates the object at first */
  readonly policy: () => ApiObject;
  /** creates the object at first */
  readonly rules: () => ApiObject;
}
