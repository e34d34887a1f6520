import type { Dialog } from '../../../state/page/dialogs.ts';

/** What a dialog is given: how it was asked for, and the way to close it. */
export interface DialogProps {
  readonly asked: Dialog;
  readonly onClose: () => void;
}
