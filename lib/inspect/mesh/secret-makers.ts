/** The kinds whose controllers make Secrets, with where the name of the Secret stands. */
export const SECRET_MAKERS: Readonly<Record<string, ReadonlyArray<readonly string[]>>> = {
  'cert-manager.io/Certificate': [['spec', 'secretName']],
  'external-secrets.io/ExternalSecret': [['spec', 'target', 'name'], ['metadata', 'name']],
  'bitnami.com/SealedSecret': [['spec', 'template', 'metadata', 'name'], ['metadata', 'name']],
  'onepassword.com/OnePasswordItem': [['metadata', 'name']],
  'secrets.hashicorp.com/VaultDynamicSecret': [['spec', 'destination', 'name']],
  'secrets.hashicorp.com/VaultPKISecret': [['spec', 'destination', 'name']],
  'secrets.hashicorp.com/VaultStaticSecret': [['spec', 'destination', 'name']],
};
