/** Rich messages and what becomes of their buttons, alike in Customer Chat API v3.0 and v3.6. Types only. */

export interface Image {
  readonly url: string;
  readonly name?: string;
  readonly content_type?: string;
  readonly size?: number;
  readonly width?: number;
  readonly height?: number;
  /** From v3.3 on. */
  readonly alternative_text?: string;
}

export interface Button {
  readonly text: string;
  readonly postback_id: string;
  /** Whose last postback with this id was toggled on. */
  readonly user_ids: readonly string[];
  readonly type?: 'message' | 'url' | 'phone' | 'webview' | 'cancel';
  /** Goes with `type`. */
  readonly value?: string;
  /** From v3.3 on. */
  readonly target?: 'new' | 'current';
  readonly webview_height?: 'compact' | 'tall' | 'full';
  readonly role?: 'default' | 'primary' | 'danger';
  /** Of a greeting, v3.6. */
  readonly button_id?: string;
}

export interface EcommerceOption {
  readonly option_id: string;
  readonly label: string;
  readonly price?: number;
  readonly regular_price?: number;
  readonly currency?: string;
  readonly color?: string;
  readonly image_url?: string;
  readonly image_thumbnail_url?: string;
  readonly available?: boolean;
  readonly selected?: boolean;
}

/** Template `ecommerce`, v3.6, delivered only. */
export interface Ecommerce {
  readonly view_type?: 'tags' | 'swatch' | 'images' | 'select';
  readonly product_id?: string;
  readonly label?: string;
  readonly options?: readonly EcommerceOption[];
  readonly addons?: readonly {
    readonly addon_type: string;
    readonly range_from?: number;
    readonly range_to?: number;
    readonly currency?: string;
  }[];
}

export interface Element {
  readonly title?: string;
  readonly subtitle?: string;
  readonly image?: Image;
  /** At most 11 up to v3.1, then 13. */
  readonly buttons?: readonly Button[];
  readonly ecommerce?: Ecommerce;
}

export interface RichMessageBody {
  readonly template_id: string;
  /** At most 10. */
  readonly elements?: readonly Element[];
}

/** What was bought with a postback, v3.6. */
export interface PostbackEcommerce {
  readonly product_id: string;
  readonly option_id?: string;
  readonly quantity?: number;
}

/** In a message: the button that it was said with. */
export interface MessagePostback {
  readonly id: string;
  readonly thread_id: string;
  readonly event_id: string;
  /** With `value`, or neither. */
  readonly type?: string;
  readonly value?: string;
  readonly ecommerce?: PostbackEcommerce;
}

/** In a request or a push of its own. */
export interface Postback {
  readonly id: string;
  readonly toggled: boolean;
  /** The rest is of v3.6. */
  readonly button_type?: string;
  readonly button_value?: string;
  readonly ecommerce?: PostbackEcommerce;
}
