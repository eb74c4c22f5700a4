/** Kinds of Istio that many rules read. */
export const DESTINATION_RULE = 'networking.istio.io/DestinationRule';
export const ENVOY_FILTER = 'networking.istio.io/EnvoyFilter';
export const PEER_AUTHENTICATION = 'security.istio.io/PeerAuthentication';
export const REQUEST_AUTHENTICATION = 'security.istio.io/RequestAuthentication';
export const SERVICE_ENTRY = 'networking.istio.io/ServiceEntry';
export const VIRTUAL_SERVICE = 'networking.istio.io/VirtualService';
