import { Construct } from 'constructs';
import type { ICaller } from '../../caller';
import type { MutualTls } from '../../mutual-tls';
import type { PortIntent } from '../hosts/service-ports';
import type { WorkloadIntent } from '../workload-intent';
import type { Shown } from './require-shown';

/** What somebody whose access is said tells of himself. */
export interface AccessOwner {
  /** path of the construct */
  readonly place: string;
  /** where the objects are made */
  readonly scope: Construct;
  /** what they are called */
  readonly name: string;
  readonly kind: 'gateway' | 'mesh' | 'namespace' | 'service';
  /** of the Service; undefined: not known here */
  readonly ports?: readonly PortIntent[];
  /** what shows of those who come; undefined: all that their connections have, or it is not known before all is said */
  readonly shown?: Shown;
  /** @throws when no policy could find them */
  readonly pods: () => WorkloadIntent;
  /** what is wrong with somebody whom a verb lets in; undefined: nothing ever is */
  readonly judgeAdmitted?: (caller: ICaller) => string[];
  /** which connections the pods take if nothing is said here */
  readonly usualTls: () => MutualTls;
}
