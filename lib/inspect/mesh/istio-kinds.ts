/** Kinds of Istio that many rules read. */
export const DESTINATION_RULE = 'networking.istio.io/DestinationRule';
export const SERVICE_ENTRY = 'networking.istio.io/ServiceEntry';
export const VIRTUAL_SERVICE = 'networking.istio.io/VirtualService';
