// Generated from schemas/ by `npm run generate`. Do not edit.

export interface Schemas {
  offer: Offer;
  organisation: Organisation;
  place: Place;
  page: Page;
  network: Network;
  event: Event;
  edition: Edition;
  goal: Goal;
  measure: Measure;
  indicator: Indicator;
  guideline: Guideline;
  need: Need;
  funding: Funding;
  guide: Guide;
  emergency: EmergencyNumbers;
  vocabulary: Vocabulary;
  site: Site;
  targets: Targets;
  searches: Searches;
  snapshot: Snapshot;
}
export interface Offer {
  title: string;
  summary: string;
  type:
    | 'counselling'
    | 'course'
    | 'meeting-point'
    | 'companionship'
    | 'material-aid'
    | 'information'
    | 'event'
    | 'volunteering';
  status: 'draft' | 'active' | 'paused' | 'ended';
  paused?: {
    until?: string;
    reason?: string;
  };
  organisation: string;
  /**
   * @maxItems 20
   */
  partners?: string[];
  /**
   * @minItems 1
   */
  fields_of_action: string[];
  /**
   * @minItems 1
   * @maxItems 6
   */
  topics: string[];
  audience: {
    /**
     * @minItems 1
     */
    groups: string[];
    access?: 'open' | 'preferred' | 'only';
    age?: {
      min?: number;
      max?: number;
    };
    gender?: 'all' | 'women' | 'men';
    residence_status?: string[];
    german?: {
      min?: 'none' | 'literacy' | 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2';
      target?: 'none' | 'literacy' | 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2';
    };
  };
  /**
   * @minItems 1
   */
  languages: {
    code: string;
    kind: 'spoken' | 'interpreter' | 'material';
    note?: string;
  }[];
  volunteering?: {
    /**
     * @minItems 1
     * @maxItems 10
     */
    tasks: string[];
    hours?: string;
    minimum_age?: number;
    german?: 'none' | 'literacy' | 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2';
    training?: string;
    expenses?: string;
  };
  cost: {
    kind: 'free' | 'paid' | 'partly';
    amount?: number;
    unit?: 'once' | 'hour' | 'session' | 'day' | 'week' | 'month' | 'course' | 'year' | 'item';
    note?: string;
  };
  registration: {
    kind: 'none' | 'required' | 'appointment' | 'referral';
    url?: string;
    deadline?: string;
    note?: string;
  };
  /**
   * @maxItems 10
   */
  required_documents?: string[];
  /**
   * @maxItems 10
   */
  next_steps?: string[];
  /**
   * @maxItems 20
   */
  schedule?: {
    /**
     * @minItems 1
     */
    days?: ('monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday')[];
    from?: string;
    to?: string;
    every?:
      | 'week'
      | 'two-weeks'
      | 'first-of-month'
      | 'second-of-month'
      | 'third-of-month'
      | 'fourth-of-month'
      | 'last-of-month';
    /**
     * @minItems 1
     * @maxItems 60
     */
    dates?: string[];
    valid?: Period;
    school_holidays?: 'yes' | 'no' | 'unknown';
    note?: string;
  }[];
  /**
   * @minItems 1
   */
  delivery: ('on-site' | 'online' | 'phone' | 'outreach')[];
  place?: string | Address;
  /**
   * @minItems 1
   */
  service_area: string[];
  accessibility: {
    step_free: 'yes' | 'no' | 'unknown';
    toilet?: 'yes' | 'no' | 'unknown';
    sign_language?: 'yes' | 'no' | 'unknown';
    plain_language?: 'yes' | 'no' | 'unknown';
  };
  childcare?: {
    available: 'yes' | 'no' | 'on-request';
    note?: string;
  };
  capacity?: {
    state?: 'free' | 'few' | 'waiting-list' | 'full';
    as_of?: string;
    places?: number;
    reached?: {
      people: number;
      year: number;
      estimated?: boolean;
    };
  };
  /**
   * @minItems 1
   * @maxItems 10
   */
  contacts: Contact[];
  reviewed: string;
  review_every: number;
  valid?: Period;
  measures?: string[];
  funding?: string[];
  /**
   * @maxItems 20
   */
  tags?: string[];
  image?: {
    src: string;
    alt: string;
    credit?: string;
  };
  /**
   * @maxItems 10
   */
  links?: {
    label: string;
    url: string;
  }[];
}
export interface Period {
  from?: string;
  until?: string;
}
export interface Address {
  name?: string;
  street?: string;
  postal_code?: string;
  town: string;
  geo?: Geo;
  directions?: string;
  stop?: Stop;
  protected?: boolean;
}
export interface Geo {
  lat: number;
  lon: number;
}
export interface Stop {
  name: string;
  /**
   * @minItems 1
   * @maxItems 12
   */
  lines?: string[];
  minutes?: number;
}
export interface Contact {
  role?: string;
  person?: string;
  phone?: string;
  email?: string;
  url?: string;
  hours?: string;
  consent?: Consent;
}
export interface Consent {
  given_on: string;
  /**
   * @minItems 1
   */
  scope: ('name' | 'phone' | 'email' | 'photo')[];
  valid_until: string;
  record: string;
}
export interface Organisation {
  name: string;
  short_name?: string;
  kind:
    | 'independent-body'
    | 'church'
    | 'mosque-association'
    | 'religious-community'
    | 'migrant-organisation'
    | 'volunteer-group'
    | 'school'
    | 'day-care'
    | 'education-provider'
    | 'authority'
    | 'job-centre'
    | 'housing-company'
    | 'sports-club'
    | 'health-service'
    | 'company'
    | 'other';
  summary?: string;
  part_of?: string;
  town?: string;
  place?: string | Address;
  url?: string;
  /**
   * @maxItems 10
   */
  contacts?: Contact[];
  reviewed?: string;
}
export interface Place {
  name: string;
  kind: 'district' | 'town' | 'quarter' | 'venue';
  ags?: string;
  part_of?: string;
  summary?: string;
  street?: string;
  postal_code?: string;
  geo?: Geo;
  directions?: string;
  stop?: Stop;
  protected?: boolean;
  url?: string;
}
export interface Page {
  title: string;
  summary?: string;
  menu?: 'main' | 'footer' | 'none';
  order?: number;
  placeholder?: boolean;
  translation?: TranslationState;
}
export interface TranslationState {
  of: string;
  by: 'human' | 'machine';
  reviewed_by?: string;
  reviewed_on?: string;
}
export interface Network {
  name: string;
  short_name?: string;
  kind: 'network' | 'steering-group' | 'working-group' | 'round-table' | 'elected-body';
  summary: string;
  part_of?: string;
  /**
   * @maxItems 100
   */
  towns?: string[];
  /**
   * @maxItems 20
   */
  fields_of_action?: string[];
  lead?: string;
  /**
   * @maxItems 200
   */
  members?: {
    organisation: string;
    role?: string;
    vote?: 'yes' | 'no' | 'advisory';
  }[];
  meets?: string;
  since?: string;
  /**
   * @maxItems 10
   */
  contacts?: Contact[];
  /**
   * @maxItems 30
   */
  documents?: Attachment[];
  /**
   * @maxItems 10
   */
  links?: {
    label: string;
    url: string;
  }[];
  reviewed?: string;
}
export interface Attachment {
  title: string;
  file?: string;
  url?: string;
  date?: string;
}
export interface Event {
  title: string;
  kind: 'meeting' | 'conference' | 'workshop' | 'public-event';
  status: 'planned' | 'held' | 'cancelled';
  /**
   * @maxItems 20
   */
  networks?: string[];
  date: string;
  until?: string;
  from?: string;
  to?: string;
  place?: string | Address;
  url?: string;
  access: 'public' | 'members' | 'invitation';
  audience?: string;
  summary?: string;
  moderation?: string;
  /**
   * @maxItems 30
   */
  agenda?: {
    time?: string;
    title: string;
    organisation?: string;
  }[];
  /**
   * @maxItems 40
   */
  results?: {
    field_of_action: string;
    text: string;
  }[];
  /**
   * @maxItems 40
   */
  decisions?: {
    title: string;
    /**
     * @maxItems 30
     */
    measures?: string[];
    /**
     * @maxItems 100
     */
    needs?: string[];
    /**
     * @maxItems 30
     */
    guidelines?: string[];
  }[];
  registration?: string;
  /**
   * @maxItems 30
   */
  documents?: Attachment[];
  /**
   * @maxItems 10
   */
  contacts?: Contact[];
}
export interface Edition {
  title: string;
  short_title?: string;
  period: {
    from: string;
    until?: string;
  };
  adopted?: string;
  adopted_by?: string;
  previous?: string;
  /**
   * @minItems 1
   * @maxItems 20
   */
  fields_of_action: string[];
  summary: string;
  /**
   * @maxItems 30
   */
  documents?: Attachment[];
}
export interface Goal {
  title: string;
  edition: string;
  field_of_action: string;
  continues?: string;
  /**
   * @maxItems 20
   */
  indicators?: string[];
  summary?: string;
}
export interface Measure {
  title: string;
  summary: string;
  goal: string;
  status: 'idea' | 'planned' | 'running' | 'established' | 'achieved' | 'not-achieved';
  status_since: string;
  /**
   * @maxItems 30
   */
  history?: {
    date: string;
    status: 'idea' | 'planned' | 'running' | 'established' | 'achieved' | 'not-achieved';
    note?: string;
  }[];
  reason?: string;
  responsible: string;
  /**
   * @maxItems 50
   */
  partners?: string[];
  /**
   * @maxItems 100
   */
  towns?: string[];
  /**
   * @maxItems 30
   */
  target_groups?: string[];
  planned?: Period;
  actual?: Period;
  continues?: string;
  /**
   * @maxItems 20
   */
  funding?: string[];
}
export interface Indicator {
  title: string;
  unit: string;
  definition: string;
  direction: 'up' | 'down';
  decimals?: number;
  target?: {
    value: number;
    by: string;
  };
  /**
   * @maxItems 200
   */
  series: {
    date: string;
    value: number | null;
    target?: number;
    source: string;
    quality: 'measured' | 'estimated' | 'provisional';
    note?: string;
  }[];
}
export interface Guideline {
  title: string;
  summary?: string;
  /**
   * @maxItems 20
   */
  fields_of_action?: string[];
  /**
   * @minItems 1
   * @maxItems 50
   */
  versions: {
    version: string;
    date: string;
    /**
     * @maxItems 30
     */
    events?: string[];
    document?: Attachment;
    note?: string;
  }[];
}
export interface Need {
  title: string;
  /**
   * @maxItems 20
   */
  where?: string[];
  /**
   * @maxItems 20
   */
  whom?: string[];
  /**
   * @maxItems 20
   */
  topics?: string[];
  /**
   * @maxItems 20
   */
  languages?: string[];
  german?: 'none' | 'literacy' | 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2';
  childcare?: boolean;
  how_many?: number;
  source: 'form' | 'counselling' | 'meeting' | 'survey' | 'statistics' | 'other';
  date: string;
  status: 'open' | 'in-progress' | 'met' | 'dropped';
  /**
   * @maxItems 30
   */
  measures?: string[];
}
export interface Funding {
  title: string;
  funder?: string;
  organisation?: string;
  summary: string;
  /**
   * @maxItems 20
   */
  pays_for?: string[];
  /**
   * @maxItems 20
   */
  does_not_pay?: string[];
  amount?: string;
  /**
   * @maxItems 30
   */
  deadlines?: {
    date: string;
    note?: string;
  }[];
  period?: Period;
  url?: string;
  /**
   * @maxItems 10
   */
  contacts?: Contact[];
  /**
   * @maxItems 30
   */
  documents?: Attachment[];
  reviewed?: string;
}
export interface Guide {
  title: string;
  summary: string;
  /**
   * @maxItems 10
   */
  situations?: string[];
  order?: number;
  /**
   * @minItems 1
   * @maxItems 20
   */
  steps: {
    title: string;
    when?: 'first-days' | 'first-weeks' | 'first-months' | 'later';
    text: string;
    /**
     * @maxItems 10
     */
    bring?: string[];
    /**
     * @maxItems 6
     */
    offers?: string[];
    find?: {
      /**
       * @minItems 1
       * @maxItems 10
       */
      topics?: string[];
      /**
       * @minItems 1
       * @maxItems 8
       */
      types?: (
        | 'counselling'
        | 'course'
        | 'meeting-point'
        | 'companionship'
        | 'material-aid'
        | 'information'
        | 'event'
        | 'volunteering'
      )[];
      /**
       * @minItems 1
       * @maxItems 10
       */
      target_groups?: string[];
    };
    /**
     * @maxItems 5
     */
    links?: {
      label: string;
      url: string;
    }[];
  }[];
}
export interface EmergencyNumbers {
  mode?: 'extend' | 'replace';
  /**
   * @maxItems 60
   */
  numbers: {
    id: string;
    kind?: 'emergency' | 'helpline';
    phone?: string;
    name?: Labels;
    text?: Labels;
    /**
     * @maxItems 60
     */
    languages?: string[];
    url?: string;
    reviewed?: string;
    hidden?: boolean;
  }[];
}
export interface Labels {
  [k: string]: string;
}
export interface Vocabulary {
  mode?: 'extend' | 'replace';
  title?: Labels;
  /**
   * @maxItems 200
   */
  terms: {
    id: string;
    label?: Labels;
    description?: Labels;
    icon?: string;
    maps_to?: {
      [k: string]: string[];
    };
    synonyms?: {
      /**
       * @maxItems 100
       */
      [k: string]: string[];
    };
    hidden?: boolean;
  }[];
}
export interface Site {
  title: Labels;
  tagline?: Labels;
  notice?: Labels;
  /**
   * @minItems 1
   */
  languages: (
    | 'de'
    | 'de-simple'
    | 'en'
    | 'fr'
    | 'es'
    | 'ar'
    | 'fa'
    | 'tr'
    | 'uk'
    | 'ru'
    | 'pl'
    | 'ro'
    | 'bg'
    | 'sq'
    | 'ku'
    | 'ti'
  )[];
  source_language?:
    | 'de'
    | 'de-simple'
    | 'en'
    | 'fr'
    | 'es'
    | 'ar'
    | 'fa'
    | 'tr'
    | 'uk'
    | 'ru'
    | 'pl'
    | 'ro'
    | 'bg'
    | 'sq'
    | 'ku'
    | 'ti';
  region: string;
  url?: string;
  base_path?: string;
  time_zone?: string;
  country?: string;
  state?: string;
  publisher: {
    name: string;
    phone?: string;
    email?: string;
    url?: string;
  };
  accessibility_statement?: {
    result: 'full' | 'partial' | 'none';
    assessed_on: string;
    assessed_by?: string;
    made_on?: string;
    reviewed_on?: string;
    /**
     * @maxItems 30
     */
    barriers?: Labels[];
    answer_days?: number;
    law?: string;
    enforcement?: {
      name: string;
      url: string;
    };
  };
  data_licence?: 'CC0-1.0' | 'CC-BY-4.0' | 'CC-BY-SA-4.0' | 'DL-DE-ZERO-2.0' | 'DL-DE-BY-2.0';
  hand_in?: {
    repository?: {
      kind: 'github' | 'gitlab' | 'forgejo';
      url: string;
      branch?: string;
      folder?: string;
    };
    email?: string;
    download?: boolean;
    inbox?: {
      url: string;
    };
  };
  /**
   * @maxItems 500
   */
  sources?: {
    id: string;
    from: string;
    map?: {
      [k: string]: {
        [k: string]: string;
      };
    };
  }[];
  content_version?: number;
  page_size?: number;
  review_grace?: number;
  /**
   * @maxItems 100
   */
  school_holidays?: {
    from: string;
    until: string;
    name?: string;
  }[];
  /**
   * @maxItems 12
   */
  featured_topics?: string[];
  needs?: {
    minimum: number;
  };
  status_page?: boolean;
  map?: {
    tiles?: {
      url: string;
      attribution: string;
      attribution_url?: string;
      max_zoom?: number;
    };
  };
  offline?: boolean;
  preview_images?: (
    | 'de'
    | 'de-simple'
    | 'en'
    | 'fr'
    | 'es'
    | 'ar'
    | 'fa'
    | 'tr'
    | 'uk'
    | 'ru'
    | 'pl'
    | 'ro'
    | 'bg'
    | 'sq'
    | 'ku'
    | 'ti'
  )[];
  gaps?: {
    /**
     * @minItems 1
     * @maxItems 20
     */
    matrices: {
      rows:
        | 'field-of-action'
        | 'topic'
        | 'type'
        | 'town'
        | 'target-group'
        | 'offer-language'
        | 'german'
        | 'weekday'
        | 'cost'
        | 'childcare'
        | 'step-free'
        | 'online';
      columns:
        | 'field-of-action'
        | 'topic'
        | 'type'
        | 'town'
        | 'target-group'
        | 'offer-language'
        | 'german'
        | 'weekday'
        | 'cost'
        | 'childcare'
        | 'step-free'
        | 'online';
    }[];
  };
  sign_language?: {
    video?: string;
    poster?: string;
    captions?: string;
    transcript?: string;
    url?: string;
  };
  horizon?: number;
  admin?: boolean;
  admin_sign_in?: {
    client_id?: string;
    url?: string;
  };
}
export interface Targets {
  /**
   * @maxItems 50
   */
  targets: {
    id: string;
    label: Labels;
    decided_at?: string;
    minimum?: number;
    per?: 'town' | 'district';
    /**
     * @minItems 1
     * @maxItems 100
     */
    towns?: string[];
    offers: {
      /**
       * @minItems 1
       * @maxItems 10
       */
      types?: (
        | 'counselling'
        | 'course'
        | 'meeting-point'
        | 'companionship'
        | 'material-aid'
        | 'information'
        | 'event'
        | 'volunteering'
      )[];
      /**
       * @minItems 1
       * @maxItems 20
       */
      topics?: string[];
      /**
       * @minItems 1
       * @maxItems 20
       */
      fields_of_action?: string[];
      /**
       * @minItems 1
       * @maxItems 20
       */
      target_groups?: string[];
      /**
       * @minItems 1
       * @maxItems 8
       */
      german?: ('none' | 'literacy' | 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2')[];
      /**
       * @minItems 1
       * @maxItems 7
       */
      weekdays?: (
        'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday'
      )[];
      cost?: 'free';
      childcare?: boolean;
      step_free?: boolean;
      online?: boolean;
    };
    each?: {
      /**
       * @minItems 1
       * @maxItems 30
       */
      languages: string[];
    };
  }[];
}
export interface Searches {
  /**
   * @maxItems 200
   */
  searches: {
    term: string;
    language: string;
    count: number;
    since: string;
  }[];
}
export interface Snapshot {
  version: number;
  date: string;
  offers: {
    [k: string]: {
      title: string;
      standing: 'active' | 'upcoming' | 'paused' | 'ended';
      reviewed: string;
      text: string;
    };
  };
  measures?: {
    [k: string]: {
      title: string;
      status: 'idea' | 'planned' | 'running' | 'established' | 'achieved' | 'not-achieved';
      since: string;
    };
  };
  /**
   * @maxItems 100
   */
  matrices?: {
    rows:
      | 'field-of-action'
      | 'topic'
      | 'type'
      | 'town'
      | 'target-group'
      | 'offer-language'
      | 'german'
      | 'weekday'
      | 'cost'
      | 'childcare'
      | 'step-free'
      | 'online';
    columns:
      | 'field-of-action'
      | 'topic'
      | 'type'
      | 'town'
      | 'target-group'
      | 'offer-language'
      | 'german'
      | 'weekday'
      | 'cost'
      | 'childcare'
      | 'step-free'
      | 'online';
    cells: {
      [k: string]: {
        [k: string]: number;
      };
    };
  }[];
  targets?: {
    [k: string]: {
      met: number;
      of: number;
    };
  };
  needs?: {
    [k: string]: number;
  };
}
