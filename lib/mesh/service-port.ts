import { AppProtocol } from './app-protocol';

/** One more port of a service. */
export interface ServicePort {
  /** The port of the Service. */
  readonly port: number;
  /**
   * Name of the port.
   *
   * @default - its protocol, with the port behind it if another port has that name
   */
  readonly name?: string;
  /**
   * What is spoken at the port.
   *
   * @default AppProtocol.HTTP
   */
  readonly protocol?: AppProtocol;
  /**
   * The port that the containers listen at.
   *
   * @default - the port of the Service
   */
  readonly targetPort?: number;
}
