/** Small enough that a window beside the page would leave room for neither. */
export const SMALL = '(max-width:480px),(pointer:coarse) and (max-height:500px)';
