from vinhdanh.records.models.document import DocumentFile, NumberSeries, OfficialDocument
from vinhdanh.records.models.receipt import Receipt

__all__ = ["DocumentFile", "NumberSeries", "OfficialDocument", "Receipt"]
