import { SheetClipboardService } from '@univerjs/sheets-ui';

export class PlainClipboard extends SheetClipboardService {}
