import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { InstallIntent } from '../platform/install-intent';
import type { AccessPolicyIntent, ConnectionSafetyIntent, TokensIntent } from './access-intent';

/** What an object is called, and where it lies. */
export interface ObjectName {
  readonly name: string;
  readonly namespace: string;
}

/** What a mesh product makes of who may call. */
export interface AccessProvider {
  /** whether different ones can be asked about one request; otherwise none passes when two are */
  readonly asksSeveral: boolean;
  /** how to have paths compared as servers read them, as a sentence; undefined: they are, whatever is escaped in them */
  readonly unresolvedPaths?: string;
  /** names of those who can be asked about requests, as far as the installer of the mesh is told here */
  knownAuthorizers(install: InstallIntent, place: string): readonly string[];
  connectionSafety(place: Construct, name: ObjectName, intent: () => ConnectionSafetyIntent): ApiObject;
  policy(place: Construct, name: ObjectName, intent: () => AccessPolicyIntent): ApiObject;
  tokens(place: Construct, name: ObjectName, intent: () => TokensIntent): ApiObject;
}
