/** What is known of a service that queries ask for. */
export interface AskedService {
  /** the path of its construct */
  readonly place: string;
  /** whether there are proxies beside its pods, which count what comes in */
  readonly hasProxies: boolean;
  /** whether the mesh sees requests at one of its ports, and not only connections */
  readonly seesRequests: boolean;
  /** whether calls of gRPC come to one of its ports */
  readonly isGrpc: boolean;
}

/** Of what a query speaks; nothing said: of the mesh. */
export interface ScopeIntent {
  /** whether the values are names of a dashboard's variables */
  readonly isChosen: boolean;
  /** whether it is about what is sent from there */
  readonly isCaller: boolean;
  readonly namespace?: string;
  readonly service?: string;
  readonly workload?: string;
  readonly version?: string;
  /** undefined: only its name is known */
  readonly asked?: AskedService;
}
