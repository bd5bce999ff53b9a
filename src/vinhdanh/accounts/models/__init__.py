from vinhdanh.accounts.models.user import Membership, User

__all__ = ["Membership", "User"]
