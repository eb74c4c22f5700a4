import { Caller } from '../mesh/caller';
import { ClientTls } from '../mesh/client-tls';
import { HttpMethod } from '../mesh/http-method';
import { LoadBalancing } from '../mesh/load-balancing';
import { Match } from '../mesh/match';
import { MeshNamespace } from '../mesh/mesh-namespace';
import { MeshService } from '../mesh/mesh-service';
import { MutualTls } from '../mesh/mutual-tls';
import { PathMatch } from '../mesh/path-match';
import { Percent } from '../mesh/percent';
import { PodSecurity } from '../mesh/pod-security';
import { RetryOn } from '../mesh/retry-on';
import { ServiceContract } from '../mesh/service-contract';
import { Split } from '../mesh/split';
import { TextMatch } from '../mesh/text-match';
import { Weight } from '../mesh/weight';

/** What lifted charts name of this package. */
export const MESH_NAMES: ReadonlyMap<string, unknown> = new Map<string, unknown>(Object.entries({
  Caller, ClientTls, HttpMethod, LoadBalancing, Match, MeshNamespace, MeshService, MutualTls, PathMatch, Percent, PodSecurity, RetryOn,
  ServiceContract, Split, TextMatch, Weight,
}));
