/** 办理口径 of an agency in the table of settings. */
export const REQUEST_SETTINGS = 'request-settings'
