import './why.css';
import { mountPage } from '../../../webview/page/mountPage.ts';
import { whyView } from './whyView.ts';

mountPage(whyView);
