/** The only door to antd: its majors change, the console's pages need not. */

export {
  AuditOutlined,
  BankOutlined,
  FileDoneOutlined,
  FileTextOutlined,
  HomeOutlined,
  InboxOutlined,
  LogoutOutlined,
  MenuOutlined,
  PlusOutlined,
  ReadOutlined,
  ReconciliationOutlined,
  SafetyCertificateOutlined,
  SettingOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons'
export type {
  ButtonProps,
  FormInstance,
  FormItemProps,
  FormProps,
  MenuProps,
  TableColumnsType,
  TableProps,
  UploadFile,
} from 'antd'
export {
  Alert,
  App,
  Badge,
  Button,
  Card,
  Checkbox,
  Col,
  ConfigProvider,
  DatePicker,
  Descriptions,
  Divider,
  Drawer,
  Dropdown,
  Empty,
  Flex,
  Form,
  Grid,
  Input,
  InputNumber,
  Layout,
  List,
  Menu,
  Modal,
  Pagination,
  Popover,
  Progress,
  Radio,
  Result,
  Row,
  Select,
  Skeleton,
  Space,
  Spin,
  Statistic,
  Steps,
  Switch,
  Table,
  Tabs,
  Tag,
  Timeline,
  Tooltip,
  Tree,
  Typography,
  Upload,
} from 'antd'
export { DayField, dayText, momentText } from './day.tsx'
export { ErrorNote } from './error-note.tsx'
export { LinkButton } from './link-button.tsx'
export { PageHead } from './page-head.tsx'
export { type Column, QueryTable } from './query-table.tsx'
export { ScrollBox } from './scroll-box.tsx'
export { sizeText } from './size-text.ts'
export { Statute } from './statute.tsx'
export { UiProvider } from './ui-provider.tsx'
export { useFilters } from './use-filters.ts'
