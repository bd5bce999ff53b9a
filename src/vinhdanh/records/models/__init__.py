from vinhdanh.records.models.document import DocumentFile, OfficialDocument
from vinhdanh.records.models.incoming import IncomingDocument, IncomingFile
from vinhdanh.records.models.receipt import Receipt
from vinhdanh.records.models.series import KeptNumber, NumberSeries

__all__ = [
    "DocumentFile",
    "IncomingDocument",
    "IncomingFile",
    "KeptNumber",
    "NumberSeries",
    "OfficialDocument",
    "Receipt",
]
