/** A release of Istio that can be rendered for. */
export enum IstioRelease {
  V1_24 = '1.24',
  V1_25 = '1.25',
  V1_26 = '1.26',
  V1_27 = '1.27',
  V1_28 = '1.28',
  V1_29 = '1.29',
  V1_30 = '1.30',
  V1_31 = '1.31',
}
