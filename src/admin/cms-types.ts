/** The parts of the configuration of the CMS that are written here; its own types cannot be read by Node's module rules. */
export interface CmsField {
  readonly name: string;
  readonly label?: string;
  readonly hint?: string;
  /** In all languages, in none, or in these. */
  readonly required?: boolean | readonly string[];
  /** Edited in every language, side by side. */
  readonly i18n?: boolean;
  readonly widget: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly fields?: readonly CmsField[];
  readonly field?: CmsField;
  readonly types?: readonly { readonly name: string; readonly label: string; readonly fields: readonly CmsField[] }[];
  readonly [option: string]: unknown;
}

export interface CmsFile {
  readonly name: string;
  readonly label: string;
  readonly file: string;
  readonly format: string;
  readonly fields: readonly CmsField[];
  readonly [option: string]: unknown;
}

export interface CmsCollection {
  readonly name: string;
  readonly label: string;
  readonly folder?: string;
  readonly format?: string;
  readonly fields?: readonly CmsField[];
  readonly files?: readonly CmsFile[];
  readonly [option: string]: unknown;
}

export interface CmsBackend {
  readonly name: 'github' | 'gitlab' | 'gitea';
  readonly repo: string;
  readonly branch?: string;
  readonly [option: string]: unknown;
}

export interface CmsConfig {
  readonly backend: CmsBackend;
  readonly publish_mode?: 'editorial_workflow';
  readonly collections: readonly CmsCollection[];
  readonly singletons: readonly CmsFile[];
  readonly [option: string]: unknown;
}
