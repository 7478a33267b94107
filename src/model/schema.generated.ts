// Generated from schemas/ by `npm run generate`. Do not edit.

export interface Schemas {
  offer: Offer;
  organisation: Organisation;
  place: Place;
  page: Page;
  vocabulary: Vocabulary;
  site: Site;
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
    state: 'free' | 'few' | 'waiting-list' | 'full';
    as_of: string;
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
  protected?: boolean;
}
export interface Geo {
  lat: number;
  lon: number;
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
export interface Labels {
  [k: string]: string;
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
  admin?: boolean;
  admin_sign_in?: {
    client_id?: string;
    url?: string;
  };
}
