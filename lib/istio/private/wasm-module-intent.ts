/** A program of WebAssembly, and where it comes from. */
export interface WasmModuleIntent {
  /** with `oci:`, `https:` or `file:` */
  readonly url: string;
  readonly sha256?: string;
  readonly alwaysPull?: boolean;
  readonly pullSecret?: string;
}
